import { type Approach, type Peer, workspaceRoot } from '#approaches';
import { outsideServer, ownServer, type ServerSpec } from '#measure';

/** A server that the bench can measure. */
export interface BenchServer {
  readonly name: string;
  /** `approach`: one of ours. `peer`: in tools/peers. `outside`: a command that somebody gave. */
  readonly kind: 'approach' | 'peer' | 'outside';
  readonly serves: 'serial' | 'overlapping';
  /** @param flags of ours, which only an approach takes */
  readonly spec: (flags: readonly string[]) => ServerSpec;
}

export function approachServer({ name, serves }: Approach): BenchServer {
  return { name, kind: 'approach', serves, spec: (flags) => ownServer(name, flags) };
}

export function peerServer({ name, command, serves }: Peer): BenchServer {
  const overlapping = serves === 'overlapping';
  return { name, kind: 'peer', serves, spec: () => ({ name, command, ready: 'accepts', overlapping, cwd: workspaceRoot }) };
}

/** @returns undefined where the text does not say `{port}` */
export function givenServer(text: string): BenchServer | undefined {
  const spec = outsideServer(text);
  return spec && { name: spec.name, kind: 'outside', serves: 'overlapping', spec: () => spec };
}

/** The command as a person would type it. */
export function commandOf({ spec }: BenchServer): string {
  const { command } = spec([]);
  return typeof command === 'string' ? command : command.map((word) => word.replace(`${workspaceRoot}/`, '')).join(' ');
}
