import type { Approach } from '#approaches';

/**
 * A server in Python among tools/peers: one for each way to serve clients that courses on operating systems teach. It takes
 * `--port`, `--backlog` and `--framing chunk|line`, the former by default.
 */
export interface PythonServer extends Pick<Approach, 'name' | 'serves'> {
  /** From the workspace's root. */
  readonly script: string;
  /** What has it log its events as ours do, as far as it knows them; empty where it can't. */
  readonly logFlags: readonly string[];
}

const named = (name: string, serves: PythonServer['serves'], logFlags: readonly string[] = []): PythonServer => ({
  name,
  serves,
  script: `tools/peers/${name}/main.py`,
  logFlags,
});

/** In the order in which they are taught. */
export const pythonServers = {
  blocking: named('python-blocking', 'serial', ['--log']),
  threads: named('python-threads', 'overlapping', ['--log']),
  selectors: named('python-selectors', 'overlapping'),
  asyncio: named('python-asyncio', 'overlapping'),
} as const;
