import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One of the servers that this workspace holds side by side. */
export interface Approach {
  /** Of its app, such as `server-async`. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** What `commandOf()` starts; absolute. */
  readonly main: string;
  readonly serves: 'serial' | 'overlapping';
  readonly workers: 'none' | 'processes' | 'threads';
}

/**
 * What Node is told where it runs a server: what lives for one read is collected from spaces of 4 MB, in place of up to
 * 32. Ten thousand connections take 25 MB less, and no more CPU time (libs/server-runtime/README.md).
 */
const nodeFlags = ['--max-semi-space-size=4'] as const;

/** The folder that holds `apps`, `libs` and `tools`; absolute. */
export const workspaceRoot: string = resolve(import.meta.dirname, '../../..');

/**
 * The approaches: the apps that carry the tag `app:server`, from one at a time to many workers. This is the only list
 * of them, and it is read from the workspace: an app that is added is in it.
 */
export function approaches(root: string = workspaceRoot): readonly Approach[] {
  const apps = join(root, 'apps');
  return readdirSync(apps)
    .filter((name) => read(join(apps, name, 'project.json')).includes('"app:server"'))
    .map((name) => approach(name, join(apps, name)))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}

/** The program and its arguments that start an approach as `nx serve` does. */
export function commandOf({ main }: Approach, ...flags: readonly string[]): readonly [program: string, ...args: string[]] {
  return [process.execPath, ...nodeFlags, main, ...flags];
}

/** Its name as people say it: `async`. */
export function shortName(name: string): string {
  return name.replace(/^server-/, '');
}

/** What a model says of itself is read, not loaded: it stands in `model.ts` and nowhere else. */
function approach(name: string, folder: string): Approach {
  const model = read(join(folder, 'src/model.ts'));
  return {
    name,
    folder,
    main: join(folder, 'src/main.ts'),
    serves: / serves: 'serial'/.test(model) ? 'serial' : 'overlapping',
    workers: (/ workers: '(processes|threads)'/.exec(model)?.[1] as 'processes' | 'threads' | undefined) ?? 'none',
  };
}

function rank({ serves, workers }: Approach): number {
  return (serves === 'serial' ? 0 : 1) + ['none', 'processes', 'threads'].indexOf(workers);
}

/** A file's text; nothing for a file that is not there. */
function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
