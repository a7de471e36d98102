import { existsSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { processesOf } from '#machine';
import { type Client, placeOf } from '../story/scene.ts';
import { carryOut } from './carry-out.ts';
import { type Cast, castOf } from './cast.ts';
import { limits } from './limits.ts';
import { Stage } from './stage.ts';

let cast: Cast;
let stage: Stage;

beforeAll(async () => {
  cast = await castOf();
});
beforeEach(() => {
  stage = new Stage(cast);
});
afterEach(() => stage.close());

const hello = { messages: [{ ask: 'none' }], hold: Infinity } as const;
const answered = ({ exchanges }: Client): boolean => exchanges[0]?.got !== undefined;
const placesOn = (server: string): readonly string[] =>
  [...stage.scene.clients.values()].filter((client) => client.server === server).map((client) => placeOf(client, stage.scene.servers.get(server)));

test('Stage shows the second client waiting on serial while the first holds, and on async not', async () => {
  await stage.show(['server-serial', 'server-async']);
  for (const server of ['server-serial', 'server-async']) {
    await stage.client(server, hello);
    await stage.until(({ clients }) => [...clients.values()].every(answered));
  }
  for (const server of ['server-serial', 'server-async']) await stage.client(server, hello);
  await stage.until(() => placesOn('server-serial')[1] === 'waiting');
  await stage.until(() => [...stage.scene.clients.values()].filter(answered).length === 3);
  await stage.until(() => placesOn('server-async').every((place) => place === 'served'));
  expect(placesOn('server-serial')).toEqual(['served', 'waiting']);
  // It is logged a little after that it was accepted.
  expect(await stage.until(({ clients }) => [...clients.values()].find(({ server, number }) => server === 'server-serial' && number === 2)?.ahead)).toBe(1);
  stage.leave();
  await stage.until(() => ['server-serial', 'server-async'].every((server) => placesOn(server).every((place) => place === 'left')));
});

test('Stage tells that the clients of a killed worker are lost, and no others', async () => {
  const server = 'server-cluster --scheduling rr';
  await stage.show([server]);
  for (let n = 0; n < 4; n += 1) await (await stage.client(server, hello)).connected;
  await stage.until(({ clients }) => [...clients.values()].every((client) => answered(client) && client.worker !== undefined));
  const own = stage.present(server, 1).map(({ id }) => id);
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(4);
  await stage.harm(server, 'end', 1);
  await stage.until(() => placesOn(server).filter((place) => place === 'lost').length === own.length);
  await stage.until(({ servers }) => servers.get(server)?.workers[0]?.ended === undefined);
  expect(stage.present(server).map(({ id }) => id)).toEqual([...stage.scene.clients.keys()].filter((id) => !own.includes(id)));
});

test('Stage begins a run without the clients of the one before, and what waited for those ends', async () => {
  await stage.show(['server-async']);
  const first = await stage.client('server-async', hello);
  const waits = expect(stage.until(() => false)).rejects.toThrow('Another run has begun.');
  const { recording } = stage;
  stage.begin();
  await waits;
  await first.closed;
  expect(stage.scene.clients.size).toBe(0);
  expect(stage.recording).not.toBe(recording);
  // The server runs on, and the page is told so from the start.
  expect(stage.recording.base().servers.get('server-async')?.state).toBe('listening');
});

longTest(`Stage knows whose connection is whose among 500 clients, and says so where there are more${whyLong('they come one after another')}`, async () => {
  const servers = ['server-serial', 'server-async'] as const;
  await stage.show(servers);
  const each = limits.clients / servers.length;
  for (let n = 0; n < each; n += 1) await Promise.all(servers.map((server) => stage.client(server, { messages: [], hold: Infinity })));
  await expect(stage.client('server-async', hello)).rejects.toThrow('At most 500 clients at a time');
  const known = (server: string, place: string): number => placesOn(server).filter((one) => one === place).length;
  await stage.until(() => known('server-async', 'served') === each && known('server-serial', 'waiting') === each - 1);
  expect(known('server-serial', 'served')).toBe(1);
});

test('leave() also keeps away who is still to come', async () => {
  await stage.show(['server-async']);
  const adds = carryOut(stage, { do: 'clients', servers: ['server-async'], count: 64, hold: null, messages: 0, every: 500, ask: 'none', ms: 0 });
  await stage.until(({ clients }) => clients.size > 3);
  stage.leave();
  await expect(adds).rejects.toThrow('All were told to leave meanwhile.');
  await stage.until(({ clients }) => [...clients.values()].every(({ closed }) => closed !== undefined));
});

test('Stage says whom it cannot harm, and harms nobody else', async () => {
  await stage.show(['server-threads']);
  await expect(stage.harm('server-threads', 'end', 2)).rejects.toThrow('Worker 2 of server-threads has no client');
  await expect(stage.harm('server-async', 'end')).rejects.toThrow('server-async does not listen now');
  expect(stage.scene.servers.get('server-threads')?.workers.every(({ ended }) => ended === undefined)).toBe(true);
});

test('Stage starts nothing any more that was asked for before everything was ended', async () => {
  await stage.show(['server-serial']);
  stage.begin();
  const shown = expect(stage.show(['server-async', 'server-reactive'])).rejects.toThrow('Everything was ended meanwhile.');
  await stage.end();
  await shown;
  expect(stage.scene.servers.size).toBe(0);
});

test('Stage keeps a server that is asked for while the one before it is still ending', async () => {
  await stage.show(['server-serial']);
  const ending = stage.end();
  const started = stage.start('server-serial');
  started.catch(() => undefined); // What fails before it is awaited is to fail alone.
  await ending;
  expect(stage.scene.servers.get('server-serial')?.state).toBe('starting');
  await started;
  expect(stage.scene.servers.get('server-serial')?.state).toBe('listening');
});

test('Stage tells how a server ended, and starts it again', async () => {
  await stage.show(['server-serial']);
  await stage.harm('server-serial', 'end');
  await stage.until(({ servers }) => servers.get('server-serial')?.how === 'SIGKILL');
  await stage.start('server-serial');
  const client = await stage.client('server-serial', { messages: [{ ask: 'none' }] });
  expect(await client.closed).toBe('left');
  stage.terminate('server-serial');
  await stage.until(({ servers }) => servers.get('server-serial')?.how === '0');
});

const proc = existsSync('/proc/self/stat');
(proc ? test : test.skip)(`Stage leaves no process behind${proc ? '' : ' (needs /proc)'}`, async () => {
  await stage.show(['server-cluster', 'server-threads']);
  await stage.client('server-threads', { messages: [{ ask: 'compute', ms: 3_000 }] });
  await stage.until(({ clients }) => [...clients.values()].some(({ exchanges }) => exchanges[0]?.received !== undefined));
  const leaders = [...stage.scene.servers.values()].map(({ pid = 0 }) => pid);
  expect(leaders.flatMap((pid) => processesOf(pid)).length).toBeGreaterThan(3);
  await stage.end();
  expect(leaders.flatMap((pid) => processesOf(pid))).toEqual([]);
});
