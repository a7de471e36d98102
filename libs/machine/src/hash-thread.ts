import { pbkdf2Sync } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

/** A bare thread: computes so many rounds when it is told to, and says when it has done. */
parentPort?.on('message', (rounds: number) => {
  pbkdf2Sync('thread', 'echo-lab', rounds, 32, 'sha256');
  parentPort?.postMessage('done');
});
