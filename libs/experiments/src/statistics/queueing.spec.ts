import { describe, expect, test } from '@jest/globals';
import { fifoWaits } from '../trials/waiting-line/fifo-waits.ts';
import { mean } from './mean.ts';
import { poissonArrivals } from '../trials/waiting-line/poisson-arrivals.ts';
import { waitAtOneServer, waitInOneLine } from './queueing.ts';

describe('waitAtOneServer()', () => {
  test('gives what the tables of M/D/1 give', () => {
    const waits = [0.1, 0.5, 0.8, 0.9].map((utilisation) => waitAtOneServer({ service: 1, utilisation }));
    [0.0556, 0.5, 2, 4.5].forEach((wait, index) => {
      expect(waits[index]).toBeCloseTo(wait, 3);
    });
  });

  test('is in the unit of the service', () => {
    expect(waitAtOneServer({ service: 5, utilisation: 0.8 })).toBeCloseTo(10);
  });

  test('is what a long run of random arrivals comes to', () => {
    const arrivals = poissonArrivals({ rate: 700, duration: 100_000, seed: 1 });
    expect(mean(fifoWaits(arrivals, 1)) / waitAtOneServer({ service: 1, utilisation: 0.7 })).toBeCloseTo(1, 1);
  });
});

describe('waitInOneLine()', () => {
  test('is M/D/1 before one server', () => {
    const queue = { service: 3, utilisation: 0.7 };
    expect(waitInOneLine(queue, 1)).toBeCloseTo(waitAtOneServer(queue));
  });

  test.each([1, 2, 4, 8])('is within 1 %% of Crommelin’s solution before %i servers', (servers) => {
    for (const utilisation of [0.5, 0.7, 0.8]) {
      const wait = waitInOneLine({ service: 1, utilisation }, servers);
      expect(Math.abs(wait / crommelin(servers, utilisation) - 1)).toBeLessThan(0.01);
    }
  });

  test('is what a long run of random arrivals comes to', () => {
    const arrivals = poissonArrivals({ rate: 1_600, duration: 100_000, seed: 2 });
    expect(mean(fifoWaits(arrivals, 1, 2)) / waitInOneLine({ service: 1, utilisation: 0.8 }, 2)).toBeCloseTo(1, 1);
  });
});

describe('fifoWaits()', () => {
  test('lets each wait for those before it', () => {
    expect(fifoWaits([0, 1, 2, 20], 5)).toEqual([0, 4, 8, 0]);
  });

  test('takes the arrivals in the order of time', () => {
    expect(fifoWaits([2, 0, 1], 5)).toEqual([0, 4, 8]);
  });

  test('gives each to the server that is free first', () => {
    expect(fifoWaits([0, 1, 2, 3], 5, 2)).toEqual([0, 0, 3, 3]);
  });
});

/**
 * The exact mean wait in services: who is being served now has left a service later, and those who arrived meanwhile are
 * there (Crommelin 1932). Iterated until the distribution of the number of clients no longer changes.
 */
function crommelin(servers: number, utilisation: number): number {
  const rate = servers * utilisation;
  const size = servers + 250;
  const arriving: number[] = [Math.exp(-rate)];
  for (let count = 1; count < size; count++) arriving.push(((arriving[count - 1] ?? 0) * rate) / count);
  let chances = [1, ...new Array<number>(size - 1).fill(0)];
  for (let change = 1; change > 1e-8; ) {
    const before = chances;
    const emptied = before.slice(0, servers + 1).reduce((sum, chance) => sum + chance, 0);
    chances = before.map((_, count) => {
      let chance = emptied * (arriving[count] ?? 0);
      for (let left = 1; left <= count; left++) chance += (before[left + servers] ?? 0) * (arriving[count - left] ?? 0);
      return chance;
    });
    change = chances.reduce((sum, chance, count) => sum + Math.abs(chance - (before[count] ?? 0)), 0);
  }
  return chances.reduce((sum, chance, count) => sum + Math.max(0, count - servers) * chance, 0) / rate;
}
