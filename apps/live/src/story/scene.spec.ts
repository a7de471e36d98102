import { describe, expect, test } from '@jest/globals';
import type { Entry } from './entry.ts';
import { Recording } from './recording.ts';
import { placeOf, Scene } from './scene.ts';

const server = 'server-cluster';
const visit = (client: number, at: number, ...more: readonly Entry[]): readonly Entry[] => [
  { at, kind: 'came', client, server, number: client },
  { at: at + 1, kind: 'connected', client },
  { at: at + 2, kind: 'log', server, client, event: 'accepted', worker: 1 },
  { at: at + 3, kind: 'log', server, client, event: 'serving', worker: 1 },
  { at: at + 4, kind: 'sent', client, ask: 'none' },
  ...more,
];
const got = (client: number, at: number): Entry => ({ at, kind: 'got', client });
const closed = (client: number, at: number, outcome: string): Entry => ({ at, kind: 'closed', client, outcome });

function sceneOf(entries: readonly Entry[]): Scene {
  const scene = new Scene();
  for (const entry of entries) scene.apply(entry);
  return scene;
}

function placesIn(scene: Scene): readonly string[] {
  return [...scene.clients.values()].map((client) => placeOf(client, scene.servers.get(client.server)));
}

test('placeOf() follows a client from connecting to served', () => {
  const entries = visit(1, 0);
  expect(entries.map((_, index) => placesIn(sceneOf(entries.slice(0, index + 1)))[0])).toEqual([
    'connecting', 'connected', 'waiting', 'served', 'served',
  ]);
});

test.each<readonly [string, readonly Entry[], string]>([
  ['who left', [got(1, 10), closed(1, 11, 'left')], 'left'],
  ['whom a server ended that drains, with its reply', [got(1, 10), { at: 11, kind: 'draining', server }, closed(1, 12, 'ended')], 'ended'],
  ['whom a server ended that drains, without its reply', [{ at: 11, kind: 'draining', server }, closed(1, 12, 'ended')], 'lost'],
  ['whose connection ended, and nobody had asked the server to', [got(1, 10), closed(1, 12, 'ended')], 'lost'],
  ['who was reset', [got(1, 10), closed(1, 12, 'ECONNRESET')], 'lost'],
])('placeOf() tells %s', (_, more, place) => {
  expect(placesIn(sceneOf(visit(1, 0, ...more)))).toEqual([place]);
});

test('placeOf() goes on saying what became of a client when its server is started again', () => {
  const drained: readonly Entry[] = [got(1, 10), { at: 11, kind: 'draining', server }, closed(1, 12, 'ended'), { at: 13, kind: 'down', server, how: '0' }];
  const again: readonly Entry[] = [{ at: 20, kind: 'starting', server }, { at: 21, kind: 'listening', server, pid: 2, port: 3 }];
  expect(placesIn(sceneOf([...visit(1, 0, ...drained), ...again]))).toEqual(['ended']);
});

test('Scene knows a reply for the first message that has none', () => {
  const scene = sceneOf(visit(1, 0, got(1, 10), { at: 11, kind: 'sent', client: 1, ask: 'compute' }));
  expect(scene.clients.get(1)?.exchanges).toEqual([
    { ask: 'none', sent: 4, got: 10 },
    { ask: 'compute', sent: 11 },
  ]);
});

test('Scene takes entries that come late', () => {
  const entries = visit(1, 0, got(1, 10), closed(1, 11, 'left'));
  const late = [...entries.filter(({ kind }) => kind !== 'log'), ...entries.filter(({ kind }) => kind === 'log')];
  expect(sceneOf(late).toJSON().clients).toEqual(sceneOf(entries).toJSON().clients);
});

test('a server is another version of itself for each thing that becomes of it or its clients, also where one is forgotten', () => {
  const scene = sceneOf([...visit(1, 0), closed(1, 11, 'left')]);
  const version = (): number => scene.versions.get(server) ?? 0;
  const first = version();
  scene.apply({ at: 12, kind: 'queue', server, length: 1 });
  expect(version()).toBeGreaterThan(first);
  const before = version();
  scene.apply({ at: 12, kind: 'log', server, client: 1, event: 'replied' }); // What the client has is told by itself.
  scene.forget(11);
  expect(version()).toBe(before);
  scene.forget(12);
  expect(version()).toBeGreaterThan(before);
});

describe('Recording', () => {
  const some = Array.from({ length: 40 }, (_, n) => visit(n + 1, 100 * n, got(n + 1, 100 * n + 10), closed(n + 1, 100 * n + 50, 'left'))).flat();

  test('gives a reader everything once, however often it reads', () => {
    const recording = new Recording();
    const read: Entry[] = [];
    let next: number | undefined;
    for (const entry of some) {
      recording.add(entry);
      if (entry.kind !== 'got') continue;
      const news = recording.newsSince(next);
      expect(news.base === undefined).toBe(next !== undefined);
      read.push(...news.entries);
      next = news.next;
    }
    expect(read).toEqual(some.slice(0, read.length));
  });

  test('is bounded, and who was away too long begins with what was before', () => {
    const recording = new Recording(new Scene(), 100);
    for (const entry of some) recording.add(entry);
    const { base, entries } = recording.newsSince(3);
    expect(entries.length).toBeLessThanOrEqual(100);
    expect(entries).toEqual(some.slice(-entries.length));
    const scene = base?.copy();
    for (const entry of entries) scene?.apply(entry);
    const all = sceneOf(some);
    all.forget(recording.base().at);
    expect(scene?.toJSON().clients).toEqual(all.toJSON().clients);
  });

  test('has what came late in its place', () => {
    const recording = new Recording();
    for (const entry of some.toReversed()) recording.add(entry);
    expect(recording.sorted().map(({ at }) => at)).toEqual(some.map(({ at }) => at).toSorted((one, other) => one - other));
  });

  test('is not changed by a scene that it gave', () => {
    const recording = new Recording(sceneOf(visit(1, 0)));
    recording.base().apply(closed(1, 20, 'left'));
    expect(placesIn(recording.base())).toEqual(['served']);
  });
});
