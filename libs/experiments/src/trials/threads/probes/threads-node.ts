/** The same as `threads.py`, line by line, with Node's worker threads. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';

/** Not TypeScript: its loader would cost each thread more memory than the thread itself. */
const file = new URL('./threads-node-worker.mjs', import.meta.url);
const workers: Worker[] = [];

async function grow(wanted: number): Promise<object> {
  const started: Worker[] = [];
  try {
    while (workers.length + started.length < wanted) started.push(new Worker(file));
    await Promise.all(started.map((worker) => once(worker, 'online')));
  } catch (error) {
    return { threads: workers.length, refused: String(error) };
  }
  workers.push(...started);
  return { threads: workers.length, refused: null };
}

/** With threads that are there already: starting one takes long, and is not what is asked. */
async function spin(count: number, rounds: number): Promise<object> {
  await grow(Math.max(count, workers.length));
  const cpu = process.cpuUsage();
  const began = performance.now();
  const answers = await Promise.all(
    workers.slice(0, count).map(async (worker) => {
      worker.postMessage(rounds);
      const [answer] = (await once(worker, 'message')) as [{ readonly asked: number }];
      return answer.asked;
    }),
  );
  const wall = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  // In JSON, NaN is null.
  return { wall, cpu: (user + system) / 1_000, asked: answers.reduce((sum, asked) => sum + asked, 0) };
}

for await (const line of createInterface({ input: process.stdin })) {
  const [command, first = '0', second = '0'] = line.split(' ');
  const answer = command === 'grow' ? await grow(Number(first)) : await spin(Number(first), Number(second));
  console.log(JSON.stringify(answer));
}
