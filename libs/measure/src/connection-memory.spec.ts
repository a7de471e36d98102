import { expect, test } from '@jest/globals';
import { connectionMemory } from './connection-memory.ts';

test('connectionMemory() is the growth since the first few, and nothing where no more were held', () => {
  const held = (...all: readonly (readonly [number, number])[]) => all.map(([connections, pss]) => ({ connections, pss }));
  expect(connectionMemory(held([0, 1_000], [10, 50_000], [100, 80_000], [1_010, 5_050_000]))).toBe(5_000);
  expect(connectionMemory(held([0, 1_000], [10, 50_000]))).toBeUndefined();
  expect(connectionMemory([])).toBeUndefined();
});
