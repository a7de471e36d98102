import { expect, test } from '@jest/globals';
import { writeRecord } from './write-record.ts';

test('writeRecord() writes a measured time to nine digits', () => {
  expect(writeRecord({ value: 302.25498654321097, low: 1.3969805000000002, unit: 'ms' })).toBe('{"value":302.254987,"low":1.3969805,"unit":"ms"}');
});

test('writeRecord() leaves what was counted as it is', () => {
  expect(writeRecord([12345678901234, 0, -3])).toBe('[12345678901234,0,-3]');
});
