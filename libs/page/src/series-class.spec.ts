import { expect, test } from '@jest/globals';
import { seriesClass, serverPlace } from './series-class.ts';

test('serverPlace() gives a server its place whichever others were tried, and nobody that of another', () => {
  expect(serverPlace('server-threads', ['server-threads'])).toBe(serverPlace('server-threads', ['server-serial', 'server-threads']));
  const all = ['mine', 'server-async', 'yours', 'server-serial'];
  expect(new Set(all.map((name) => seriesClass(serverPlace(name, all)))).size).toBe(all.length);
});

test('serverPlace() knows who is none of them', () => {
  expect([undefined, 'nobody'].map((name) => seriesClass(serverPlace(name, ['mine'])))).toEqual(['plain', 'plain']);
});
