import type { Approach } from '#approaches';
import { exitWords, lastLines, runProgram } from '#machine';

/** A flag of a server, as its `--help` tells of it. */
export interface ServerFlag {
  /** What it may be, where it is one of a few; else empty. */
  readonly choices: readonly string[];
  /** Undefined where there is none. */
  readonly byDefault: string | undefined;
}

/**
 * The flags that an approach takes, by name. They are asked for, not known: a server that is added has its own.
 *
 * @throws Error where it doesn't answer `--help`, or was stopped by the signal
 */
export async function serverFlags({ main, name }: Approach, signal: AbortSignal): Promise<ReadonlyMap<string, ServerFlag>> {
  const { exit, stdout, stderr } = await runProgram([process.execPath, main, '--help', '--lang', 'en'], { signal });
  if (exit.code !== 0) throw new Error(`${name} --help ${exitWords(exit, lastLines(stderr)).en}`);
  return parseHelp(stdout);
}

/** Reads lines such as `--scheduling <none|rr>  who spreads connections (default: none)`. */
export function parseHelp(help: string): ReadonlyMap<string, ServerFlag> {
  const flags = new Map<string, ServerFlag>();
  for (const line of help.split('\n')) {
    const [, name, placeholder = ''] = /^ +(--[a-z-]+)(?: <(\S+)>)?/.exec(line) ?? [];
    if (name === undefined) continue;
    const choices = placeholder.includes('|') ? placeholder.split('|') : [];
    flags.set(name, { choices, byDefault: /\(default: ([^)]+)\)$/.exec(line)?.[1] });
  }
  return flags;
}
