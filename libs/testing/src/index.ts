export { brokenRuntime } from './broken-runtime.ts';
export { type BrowserTests, browserTests } from './browser-tests.ts';
export { builtMain } from './built-main.ts';
export { focusProblems } from './focus-problems.ts';
export { Peer } from './peer.ts';
export { type Line, ServerProcess } from './server-process.ts';
export { violationsOf } from './violations-of.ts';
