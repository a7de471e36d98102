import { expect, test } from '@jest/globals';
import { extentOf } from './extent-of.ts';
import { scenarios } from './scenarios.ts';

test('extentOf() keeps a run within its time, with many servers too', () => {
  const loads = scenarios.filter(({ plan, rounds }) => plan !== undefined && rounds === undefined).length;
  const time = (size: 'quick' | 'default', servers: number): number => {
    const { rounds, duration, warmup } = extentOf({ size, servers, scenarios, rounds: undefined });
    return rounds * servers * loads * (duration + warmup);
  };
  for (const servers of [1, 5, 12]) {
    expect(time('quick', servers)).toBeLessThan(45_000);
    expect(time('default', servers)).toBeLessThan(240_000);
  }
  expect(extentOf({ size: 'quick', servers: 5, scenarios, rounds: 7 }).rounds).toBe(7);
});
