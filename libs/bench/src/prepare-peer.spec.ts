import { expect, test } from '@jest/globals';
import type { Peer } from '#approaches';
import { writeStatement } from '#record';
import { preparePeer } from './prepare-peer.ts';

const peer: Peer = { name: 'x', needs: ['sh'], command: 'x {port}', framing: 'line', serves: 'overlapping' };

test.each<[string, Partial<Peer>, string | undefined]>([
  ['is ready', { build: 'true' }, undefined],
  ['lacks a program', { needs: ['sh', 'no-such-program'] }, 'there is no no-such-program on this machine'],
  ['cannot be built', { build: 'echo "x.c:1: wrong" >&2; false' }, 'its build ended with 1: x.c:1: wrong'],
  ['speaks another framing', { framing: 'chunk' }, 'it does not speak the framing line'],
])('preparePeer() says of a peer that %s', async (_, changes, reason) => {
  const found = await preparePeer({ ...peer, ...changes }, new AbortController().signal);
  expect(found && writeStatement(found, 'en')).toBe(reason);
});
