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
  try {
    writeSync(1, loopLine(fired));
  } catch {
    // Nobody reads any more: what was measured is of no use, and the server is to end as it would.
  }
});
