import { expect, test } from '@jest/globals';
import { connectionsThatFit } from './descriptors.ts';
import { seatLimit } from './seat-limit.ts';

test('seatLimit() is what was asked for, or what the descriptors allow', () => {
  expect(seatLimit({ admin: undefined, maxConnections: 7, lang: 'en' })).toBe(7);
  // How many are open varies while a test runner works.
  expect(Math.abs(seatLimit({ admin: undefined, maxConnections: undefined, lang: 'en' }, 4) - connectionsThatFit(4))).toBeLessThan(10);
});

test.each([
  ['en', / allow \d+ open connections, not 10000000; .* ulimit -n 1\d{7}, or ask for fewer with --max-connections\.$/],
  ['pt-BR', / para \d+ conexões abertas, e não para 10000000; .* ulimit -n 1\d{7}, ou peça menos com --max-connections\.$/],
] as const)('seatLimit() refuses what does not fit, and says in %s how many do', (lang, message) => {
  expect(() => seatLimit({ admin: undefined, maxConnections: 10_000_000, lang })).toThrow(
    expect.objectContaining({ code: 'TOO_FEW_DESCRIPTORS', message: expect.stringMatching(message) }),
  );
});
