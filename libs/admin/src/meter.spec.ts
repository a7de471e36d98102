import { expect, jest, test } from '@jest/globals';
import { Meter } from './meter.ts';

test('Meter tells the rest where no /proc says how much memory there is', () => {
  const rss = jest.spyOn(process.memoryUsage, 'rss').mockImplementation(() => {
    throw Object.assign(new Error('ENOENT: no such file or directory, uv_resident_set_memory'), { code: 'ENOENT' });
  });
  const { heap, process: own } = new Meter(() => ({ active: 2, waiting: 1 })).figures;
  rss.mockRestore();
  expect(own).toMatchObject({ active: 2, waiting: 1, resident: 0 });
  expect(heap).toBeGreaterThan(0);
});
