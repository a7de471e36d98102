import { execFileSync } from 'node:child_process';
import { allowedCpus, type Command } from '#machine';
import { MeasureError } from './measure-error.ts';

/** `together`: server and load share one CPU. `apart`: the load has the last one, the server all others. */
export const pinnings = ['together', 'apart'] as const;
export type Pinning = (typeof pinnings)[number];

/** CPU lists for taskset(1). */
export interface PinnedCpus {
  readonly server: string;
  readonly load: string;
}

/**
 * Of the CPUs that this process may use.
 *
 * @throws MeasureError where nothing can be pinned here
 */
export function cpusFor(pinning: Pinning, cpus = allowedCpus(), tryOn = tryOut): PinnedCpus {
  const last = cpus?.at(-1);
  if (cpus === undefined || last === undefined) throw new MeasureError({ code: 'no-pinning', reason: '/proc/self/status' });
  const others = cpus.slice(0, -1);
  if (pinning === 'apart' && others.length === 0) throw new MeasureError({ code: 'one-cpu' });
  const lists = { server: pinning === 'apart' ? others.join() : String(last), load: String(last) };
  for (const list of Object.values(lists)) tryOn(list);
  return lists;
}

/** The same command, kept on some CPUs; undefined for any. */
export function pinned(command: Command, cpus: string | undefined): Command {
  return cpus === undefined ? command : ['taskset', '-c', cpus, ...command];
}

function tryOut(list: string): void {
  const [program, ...args] = pinned(['true'], list);
  try {
    execFileSync(program, args, { stdio: 'pipe' });
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: Buffer; message: string };
    throw new MeasureError({ code: 'no-pinning', reason: stderr.toString().trim() || message }, { cause: error });
  }
}
