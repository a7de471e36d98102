/** What a command that a test starts is given: no language of this machine's, and the compiled code that is kept between runs. */
export function commandEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE, LANG: 'C', ...more };
}
