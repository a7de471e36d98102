import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './approaches.ts';

/** A server in tools/peers that stands beside ours, as its `peer.json` describes it. Its lines are run in the root. */
export interface Peer {
  /** Of its folder. */
  readonly name: string;
  /** Programs that must be on the path. */
  readonly needs: readonly string[];
  /** A line for the shell, run once before it is started. */
  readonly build?: string;
  /** A line for the shell, in which `{port}` stands for the port. */
  readonly command: string;
  readonly framing: 'line' | 'chunk';
  readonly serves: 'serial' | 'overlapping';
}

/** All peers, by name. A folder with a `peer.json` is one. */
export function peers(root: string = workspaceRoot): readonly Peer[] {
  const folder = join(root, 'tools/peers');
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const file = join(folder, name, 'peer.json');
      if (!existsSync(file)) return [];
      const told = JSON.parse(readFileSync(file, 'utf8')) as Partial<Peer> & Pick<Peer, 'command'>;
      return [{ name, needs: [], framing: 'line', serves: 'overlapping', ...told } satisfies Peer];
    });
}
