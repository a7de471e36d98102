import { expect, test } from '@jest/globals';
import { BareThreads } from './bare-threads.ts';

test('BareThreads.start() gives threads that have loaded what they need, so that the first speed-up is none of loading', async () => {
  const first: number[] = [];
  for (let start = 0; start < 3; start++) {
    await using threads = await BareThreads.start(2);
    first.push(await threads.speedUp(1));
  }
  // One round takes some µs. Before it, loading would make a hundred times as much of the time of the one that is alone.
  expect(Math.min(...first)).toBeLessThan(20);
});
