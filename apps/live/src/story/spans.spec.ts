import { expect, test } from '@jest/globals';
import type { Told } from './entry.ts';
import { type Client, Scene } from './scene.ts';
import { coarser, type Span, spansOf } from './spans.ts';

type Fact = readonly [at: number, told: Told];
const came = (at: number): Fact => [at, { kind: 'came', client: 7, server: 'server-serial', number: 2 }];
const connected = (at: number): Fact => [at, { kind: 'connected', client: 7 }];
const sent = (at: number, part?: string): Fact => [at, { kind: 'sent', client: 7, ask: 'none', ...(part !== undefined && { part }) }];
const got = (at: number): Fact => [at, { kind: 'got', client: 7 }];
const leaves = (at: number): Fact => [at, { kind: 'leaves', client: 7 }];
const closed = (at: number, outcome = 'left'): Fact => [at, { kind: 'closed', client: 7, outcome }];

function clientOf(...facts: readonly Fact[]): Client {
  const scene = new Scene();
  for (const [at, told] of facts) scene.apply({ at, ...told });
  const client = scene.clients.get(7);
  if (client === undefined) throw new Error('no client came');
  return client;
}

const written = (spans: readonly Span[]): string => spans.map(({ phase, from, to }) => `${phase} ${from}–${to ?? ''}`).join(', ');
const lane = (...facts: readonly Fact[]): string => written(spansOf(clientOf(...facts)));

test('spansOf() draws a visit from coming to closing', () => {
  expect(lane(came(0), connected(2), sent(5), got(305), leaves(600), closed(601))).toBe(
    'connecting 0–2, idle 2–5, waiting 5–305, served 305–600, closing 600–601',
  );
});

test('spansOf() leaves open what lasts, and only that', () => {
  expect(lane(came(0))).toBe('connecting 0–');
  expect(lane(came(0), connected(2))).toBe('connecting 0–2, idle 2–');
  expect(lane(came(0), connected(2), sent(2))).toBe('connecting 0–2, waiting 2–');
  expect(lane(came(0), connected(2), sent(2), got(4))).toBe('connecting 0–2, waiting 2–4, served 4–');
  expect(lane(came(0), connected(2), sent(2), got(4), leaves(9))).toBe('connecting 0–2, waiting 2–4, served 4–9, closing 9–');
});

test('spansOf() has a client wait for each of its replies, and be answered in between', () => {
  expect(lane(came(0), connected(1), sent(1), got(11), sent(111), got(121))).toBe(
    'connecting 0–1, waiting 1–11, served 11–111, waiting 111–121, served 121–',
  );
});

test('spansOf() ends at once what a lost client was in', () => {
  expect(lane(came(0), closed(3, 'ECONNREFUSED'))).toBe('connecting 0–3');
  expect(lane(came(0), connected(1), closed(9, 'ended'))).toBe('connecting 0–1, idle 1–9');
  expect(lane(came(0), connected(1), sent(1), closed(40, 'ECONNRESET'))).toBe('connecting 0–1, waiting 1–40');
});

test('spansOf() has who left with a reply due wait for it before it closes', () => {
  expect(lane(came(0), connected(1), sent(1), leaves(20))).toBe('connecting 0–1, waiting 1–');
  expect(lane(came(0), connected(1), sent(1), leaves(20), got(50), closed(52))).toBe('connecting 0–1, waiting 1–50, closing 50–52');
});

test('spansOf() lets one reply answer a message that came in parts', () => {
  expect(lane(came(0), connected(1), sent(1, 'Hel'), sent(301, 'lo\n'), got(302), leaves(700), closed(701))).toBe(
    'connecting 0–1, waiting 1–302, served 302–700, closing 700–701',
  );
});

test('spansOf() takes messages that were sent before the reply to the one before for one wait after another', () => {
  expect(lane(came(0), connected(1), sent(1), sent(5), got(10), got(20))).toBe('connecting 0–1, waiting 1–10, waiting 10–20, served 20–');
});

test('coarser() takes out the shortest, and nothing where there is room', () => {
  const spans: Span[] = [];
  for (let at = 0; at < 1_000; at += 100) spans.push({ phase: 'waiting', from: at, to: at + 2 }, { phase: 'served', from: at + 2, to: at + 100 });
  expect(coarser(spans, 20, 1)).toBe(spans);
  expect(written(coarser(spans, 10, 1))).toBe('waiting 0–2, served 2–1000');
  expect(coarser([{ phase: 'served', from: 0, to: 1 }, { phase: 'closing', from: 1, to: 2 }], 1, 1)).toHaveLength(2);
});
