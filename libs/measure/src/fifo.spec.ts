import { expect, test } from '@jest/globals';
import { Fifo } from './fifo.ts';

test('Fifo gives what it was given in that order, however many wait', () => {
  const fifo = new Fifo<number>();
  const taken: (number | undefined)[] = [];
  for (let number = 0; number < 20_000; number++) {
    fifo.add(number);
    if (number % 3 === 0) taken.push(fifo.take());
  }
  expect(fifo.first).toBe(taken.length);
  while (fifo.size > 0) taken.push(fifo.take());
  expect(taken).toEqual(Array.from({ length: 20_000 }, (_, number) => number));
  expect([fifo.take(), fifo.first, fifo.size]).toEqual([undefined, undefined, 0]);
});
