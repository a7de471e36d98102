/** The thread that waits for arrivals. It sleeps to a fraction of a ms, which timers of an event loop cannot. */
import { parentPort, workerData } from 'node:worker_threads';
import { arrivalTimes } from './arrival-times.ts';
import { monotonic } from './monotonic.ts';
import { type PacerData, type PacerOrder, told, turn } from './pacer.ts';

const { arrivals, shared } = workerData as PacerData;
const cells = new Int32Array(shared);

parentPort?.on('message', ({ start, turn: mine }: PacerOrder) => {
  for (const at of arrivalTimes(arrivals)) {
    let left = start + at - monotonic();
    while (left > 0 && Atomics.wait(cells, turn, mine, left) === 'timed-out') left = start + at - monotonic();
    if (Atomics.load(cells, turn) !== mine) break;
    // One message is enough for all that are due by the time it is read.
    if (Atomics.exchange(cells, told, 1) === 0) parentPort?.postMessage(0);
  }
});
parentPort?.postMessage(0);
