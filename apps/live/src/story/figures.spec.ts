import { expect, test } from '@jest/globals';
import { figuresOf } from './figures.ts';
import { type Client, doingOf, type Exchange } from './scene.ts';

const client = (exchanges: Exchange[], more: Partial<Client> = {}): Client => ({
  id: 1, number: 1, server: 'server-async', role: undefined, came: 0, exchanges, parts: [], replies: [], ...more,
});

test('figuresOf() counts who still waits by how long it has waited, and no reply that did not come', () => {
  const waits = client([{ ask: 'none', sent: 100 }]);
  const answered = client([{ ask: 'none', sent: 100, got: 101 }]);
  expect(figuresOf([waits, answered], 600)).toEqual({ replies: 1, perSecond: 1, p50: 1, p99: 500 });
  expect(figuresOf([client([{ ask: 'none', sent: 100 }], { closed: 250 })], 600)).toMatchObject({ replies: 0, p99: 150 });
  expect(figuresOf([answered], 1_101)).toMatchObject({ replies: 1, perSecond: 0 });
});

test('doingOf() tells a message that is not read from one in work, and one reply to two parts for all', () => {
  expect(doingOf(client([{ ask: 'compute', sent: 1 }]))).toBe('asks');
  expect(doingOf(client([{ ask: 'compute', sent: 1, received: 2 }]))).toBe('computes');
  expect(doingOf(client([{ ask: 'none', sent: 1, got: 2 }]))).toBe('idle');
  const parts: Exchange[] = [{ ask: 'none', sent: 1, got: 9 }, { ask: 'none', sent: 5 }];
  expect(doingOf(client(parts, { parts: ['a', 'b'] }))).toBe('idle');
  expect(doingOf(client([{ ask: 'none', sent: 1, got: 3 }, { ask: 'none', sent: 5 }], { parts: ['a', 'b'] }))).not.toBe('idle');
});
