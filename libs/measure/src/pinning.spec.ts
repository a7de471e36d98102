import { expect, test } from '@jest/globals';
import { cpusFor } from './pinning.ts';

test('cpusFor() takes those CPUs that may be used, whatever their numbers, and tries them out', () => {
  const tried: string[] = [];
  const tryOn = (list: string): void => void tried.push(list);
  expect(cpusFor('apart', [2, 5, 7], tryOn)).toEqual({ server: '2,5', load: '7' });
  expect(cpusFor('together', [3], tryOn)).toEqual({ server: '3', load: '3' });
  expect(tried).toEqual(['2,5', '7', '3', '3']);
});

test('cpusFor() refuses what cannot be', () => {
  expect(() => cpusFor('apart', [3])).toThrow(expect.objectContaining({ problem: { code: 'one-cpu' } }));
  expect(() => cpusFor('together', [1_000_000])).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code: 'no-pinning' }) }));
});
