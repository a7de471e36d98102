export { brokenRuntime } from './broken-runtime.ts';
export { Peer } from './peer.ts';
export { type Line, ServerProcess } from './server-process.ts';
