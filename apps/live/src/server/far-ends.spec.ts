import { expect, test } from '@jest/globals';
import { FarEnds } from './far-ends.ts';
import { limits } from './limits.ts';

const known = (ends: FarEnds, server: string, address: string): readonly number[] => {
  const clients: number[] = [];
  ends.of(server, address, (client) => clients.push(client));
  return clients;
};

test('FarEnds tell two connections apart that come from the same port', () => {
  const ends = new FarEnds();
  ends.meet('server-serial', '127.0.0.1:40000', 1);
  ends.meet('server-async', '127.0.0.1:40000', 2);
  expect(known(ends, 'server-serial', '127.0.0.1:40000')).toEqual([1]);
  expect(known(ends, 'server-async', '127.0.0.1:40000')).toEqual([2]);
});

test('FarEnds keep what a server tells before the client does, in order, and for so many connections', () => {
  const ends = new FarEnds();
  const told: string[] = [];
  for (let port = 1; port <= 2 * limits.clients + 1; port += 1) {
    for (const event of ['accepted', 'serving']) ends.of('server-async', `127.0.0.1:${port}`, (client) => told.push(`${client} ${event}`));
  }
  ends.meet('server-serial', '127.0.0.1:2', 7);
  ends.meet('server-async', '127.0.0.1:1', 8);
  expect(told).toEqual([]);
  ends.meet('server-async', '127.0.0.1:2', 9);
  expect(told).toEqual(['9 accepted', '9 serving']);
});
