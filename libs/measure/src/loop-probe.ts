/**
 * Is loaded into a server before its own code, in each of its processes and threads, to see how late their event loops
 * come to a timer. It says so as its process or thread ends, in a line on stdout; see loop-delay.ts, the far side.
 */
import { writeSync } from 'node:fs';
import { loopLine, sampleEvery } from './loop-line.ts';
import { monotonic } from './monotonic.ts';

const fired = [monotonic()];

setInterval(() => {
  fired.push(monotonic());
}, sampleEvery).unref();

process.on('exit', () => {
  let left: Uint8Array = Buffer.from(loopLine(fired));
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      // The log has made stdout non-blocking, and its reader is slow; or nobody reads any more, and nobody is to be told.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
    }
  }
});
