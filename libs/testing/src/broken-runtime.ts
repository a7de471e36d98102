/** Where the runtime of a server that is started with `brokenRuntime()` throws: nothing that is thought of makes it. */
export type Breakable = 'read' | 'accept';

/** The environment in which a server has a bug. */
export function brokenRuntime(where: Breakable): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import ${import.meta.dirname}/break-runtime.ts`, BREAK_RUNTIME: where };
}
