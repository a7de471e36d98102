import { expect, test } from '@jest/globals';
import { writeDate } from './write-date.ts';

test.each([
  ['en', '2026-03-05T23:07:31.204Z', 'March 5, 2026, 23:07 UTC'],
  ['pt-BR', '2026-03-05T00:07:31.204Z', '5 de março de 2026, 00:07 UTC'],
] as const)('writeDate() in %s writes %s, in UTC', (language, iso, text) => {
  expect(writeDate(iso, language)).toBe(text);
});
