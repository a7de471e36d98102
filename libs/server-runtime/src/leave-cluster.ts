// The model of that name is not meant: any Node process may be taken for a worker.
// eslint-disable-next-line @typescript-eslint/no-restricted-imports
import cluster from 'node:cluster';

/**
 * Starts this process over where Node took it for a worker of somebody else's cluster: it does so wherever it finds
 * NODE_UNIQUE_ID, which a program that was such a worker may have passed on. A worker binds through its primary: without
 * one it waits for ever, or ends in silence, and it cannot have workers of its own. Node has taken the variable out of
 * the environment by now, so the next one finds none; its process is the same.
 */
export function leaveCluster(): void {
  if (cluster.isWorker) process.execve?.(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)]);
}
