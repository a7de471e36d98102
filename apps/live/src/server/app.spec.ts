import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Hono } from 'hono';
import { appOf } from './app.ts';
import { castOf } from './cast.ts';
import { Stage } from './stage.ts';
import { Tabs } from './tabs.ts';

const token = 'the-token';
const host = '127.0.0.1:4000';
let stage: Stage;
let app: Hono;

beforeAll(async () => {
  stage = new Stage(await castOf());
  app = appOf({ stage, tabs: new Tabs(stage), page: () => '<p>the page</p>', token, port: () => 4_000 });
});
afterAll(() => stage.close());

const ask = async (path: string, headers: Record<string, string>, order?: unknown): Promise<readonly [number, string]> => {
  const answer = await app.request(path, order === undefined ? { headers } : { method: 'POST', headers, body: typeof order === 'string' ? order : JSON.stringify(order) });
  return [answer.status, await answer.text()];
};
const own = { host, authorization: `Bearer ${token}` };

test.each([
  [{ host }, 200],
  [{ host: 'localhost:4000' }, 200],
  [{ host, origin: 'http://127.0.0.1:4000' }, 200],
  [{ host: 'evil.example:4000' }, 403],
  [{ host: '127.0.0.1:4001' }, 403],
  [{}, 403],
  [{ host, origin: 'http://evil.example' }, 403],
  [{ host, origin: 'null' }, 403],
])('appOf() gives the page to %j: %i', async (headers: Record<string, string>, status) => {
  expect((await ask('/', headers))[0]).toBe(status);
});

test('appOf() lets no page of others frame its own, nor keep it', async () => {
  const { headers } = await app.request('/', { headers: { host } });
  const names = ['x-frame-options', 'cross-origin-resource-policy', 'x-content-type-options', 'referrer-policy', 'cache-control'];
  expect(names.map((name) => headers.get(name))).toEqual(['DENY', 'same-origin', 'nosniff', 'no-referrer', 'no-store']);
});

test('appOf() gives nothing to a page of another site that does not say so, nor to HEAD, which would begin a stream', async () => {
  for (const site of ['cross-site', 'same-site']) expect((await ask('/events', { host, 'sec-fetch-site': site }))[0]).toBe(403);
  expect((await app.request('/events', { method: 'HEAD', headers: { host } })).status).toBe(405);
  expect((await ask('/', { host, 'sec-fetch-site': 'same-origin' }))[0]).toBe(200);
});

test.each(['/events', '/code/part-2'])('appOf() gives %s to no other host or origin', async (path) => {
  expect((await ask(path, { host: 'evil.example:4000' }))[0]).toBe(403);
  expect((await ask(path, { host, origin: 'http://evil.example' }))[0]).toBe(403);
});

test.each([
  [{ host }, 401],
  [{ host, authorization: 'Bearer the-tokem' }, 401],
  [{ host, authorization: 'Bearer ' }, 400],
  [{ host, authorization: token }, 400],
  [{ ...own, origin: 'http://evil.example' }, 403],
  [own, 200],
])('appOf() obeys who has the token: %j: %i', async (headers: Record<string, string>, status) => {
  expect((await ask('/do', headers, { do: 'leave' }))[0]).toBe(status);
});

test.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['an unknown order', { do: 'run', command: 'ls' }],
  ['a path beside a known one', { do: 'start', server: 'server-async', path: '/bin/sh' }],
  ['too many clients at once', { do: 'clients', servers: [], count: 101, hold: 0, messages: 1, every: 100, ask: 'none', ms: 0 }],
  ['a message without a pause', { do: 'clients', servers: [], count: 1, hold: 0, messages: 1, every: 0, ask: 'none', ms: 0 }],
  ['a work that no client has', { do: 'clients', servers: [], count: 1, hold: 0, messages: 1, every: 100, ask: 'module:x', ms: 0 }],
])('appOf() refuses %s', async (_, order) => {
  expect(await ask('/do', own, order)).toEqual([400, 'That is no order.\n']);
});

test('appOf() refuses an order that is longer than any', async () => {
  expect((await ask('/do', { ...own, 'content-length': '5000' }, 'x'.repeat(5_000)))[0]).toBe(413);
});

test.each([
  [{ do: 'start', server: '../../bin/sh' }, 'There is no server ../../bin/sh.'],
  [{ do: 'terminate', server: 'nobody' }, 'nobody does not listen now; start it first.'],
  [{ do: 'show', servers: Array(6).fill('server-async') }, 'At most 5 servers run at a time; take one off first.'],
  [{ do: 'show', servers: ['nobody'] }, 'There is no server nobody.'],
  [{ do: 'harm', server: 'server-cluster', how: 'end' }, 'server-cluster does not listen now; start it first.'],
  [{ do: 'lesson', lesson: 'nothing', said: 0 }, 'There is no such lesson.'],
  [
    { do: 'clients', servers: ['server-async'], count: 1, hold: 0, messages: 1, every: 100, ask: 'none', ms: 0 },
    'server-async does not listen now; start it first.',
  ],
])('appOf() says why it does not do %j', async (order, sentence) => {
  const [status, text] = await ask('/do', own, order);
  expect([status, (JSON.parse(text) as { readonly en: string }).en]).toEqual([409, sentence]);
});

test('appOf() starts no servers while others are being started, and does the rest meanwhile', async () => {
  const show = { do: 'show', servers: ['server-serial'] };
  const begun = once(stage.changes, 'change');
  const shown = ask('/do', own, show);
  await begun;
  for (const order of [show, { do: 'start', server: 'server-async' }, { do: 'clear' }]) expect((await ask('/do', own, order))[0]).toBe(409);
  expect((await ask('/do', own, { do: 'leave' }))[0]).toBe(200);
  expect((await shown)[0]).toBe(200);
  expect((await ask('/do', own, { do: 'clear' }))[0]).toBe(200);
});
