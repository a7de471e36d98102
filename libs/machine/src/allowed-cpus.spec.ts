import { expect, test } from '@jest/globals';
import { parseCpuList } from './allowed-cpus.ts';

test('parseCpuList() reads single CPUs and ranges', () => {
  expect(parseCpuList('0-2,5,8-9')).toEqual([0, 1, 2, 5, 8, 9]);
  expect(parseCpuList('7')).toEqual([7]);
});
