/** A thread that waits, and computes as many rounds as it is told. */
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (rounds) => {
  const before = readyTime();
  let value = 1;
  for (let number = 0; number < rounds; number++) value = (value * 31 + number) % 1000003;
  // With its result, so that the engine must compute it.
  parentPort.postMessage({ asked: readyTime() - before, value });
});

/** How long this thread ran or waited for a core, ms; NaN where the kernel doesn't tell (/proc/PID/schedstat). */
function readyTime() {
  try {
    const [ran, waited] = readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ');
    return (Number(ran) + Number(waited)) / 1e6;
  } catch {
    return NaN;
  }
}
