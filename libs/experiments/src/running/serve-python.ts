import { join } from 'node:path';
import { workspaceRoot } from '#approaches';
import type { Python } from '#machine';
import type { Lab } from './lab.ts';
import type { LabServer } from './lab-server.ts';

/** A server in Python among tools/peers. It logs events as ours do, as far as it knows them. */
export interface PythonServer {
  /** Of its folder. */
  readonly name: string;
  readonly overlapping: boolean;
  readonly flags?: readonly string[];
}

/** Starts it, where there is a Python, does something with it, and ends it whatever came of that. */
export function servePython<T>(
  lab: Lab,
  { name, overlapping, flags = [] }: PythonServer,
  use: (server: LabServer) => Promise<T>,
): Promise<T> {
  const main = `tools/peers/${name}/main.py`;
  const { path } = lab.python as Python;
  lab.progress(name);
  const command = [path, join(workspaceRoot, main), '--port', '0', ...flags] as const;
  return lab.serveOutside({ name, command, ready: 'line', overlapping }, `python3 ${main} --port 5000`, use);
}
