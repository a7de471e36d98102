import { expect, test } from '@jest/globals';
import type { Entry } from './entry.ts';
import { Scene } from './scene.ts';
import { happenings, isTold } from './sentence.ts';

const server = 'server-threads';
const run: readonly Entry[] = [
  { at: 0, kind: 'begun' },
  { at: 1, kind: 'starting', server },
  { at: 2, kind: 'listening', server, pid: 4_711, port: 4_000 },
  { at: 3, kind: 'came', client: 7, server, number: 2 },
  { at: 4, kind: 'connected', client: 7 },
  { at: 4, kind: 'log', server, event: 'accepted', client: 7 },
  { at: 5, kind: 'log', server, event: 'waiting', client: 7, ahead: 1 },
  { at: 6, kind: 'sent', client: 7, ask: 'compute' },
  { at: 7, kind: 'usage', server, processes: [] },
  { at: 1_006, kind: 'log', server, event: 'serving', client: 7, worker: 1 },
  { at: 1_246, kind: 'got', client: 7 },
  { at: 1_300, kind: 'worker-ended', server, worker: 1, reason: 'exit(1)' },
  { at: 1_301, kind: 'closed', client: 7, outcome: 'ECONNRESET' },
  { at: 1_302, kind: 'down', server, how: 'SIGKILL' },
];
const scene = new Scene();
for (const entry of run) scene.apply(entry);

test('what happened is said in both languages', () => {
  const told = (kind: Entry['kind'], language: 'en' | 'pt-BR' = 'en'): readonly string[] =>
    happenings(run.filter((entry) => entry.kind === kind), scene, language).map(({ sentence }) => sentence);
  expect(told('log')).toEqual([
    'client 2 of server-threads waits for its turn, 1 ahead of it',
    'client 2 of server-threads is served by worker 1',
  ]);
  expect(told('log', 'pt-BR')).toEqual([
    'o cliente 2 do server-threads espera a vez, 1 à frente dele',
    'o cliente 2 do server-threads passa a ser atendido pelo worker 1',
  ]);
  expect([...told('got'), ...told('got', 'pt-BR')]).toEqual([
    'client 2 of server-threads has its reply after 1.24\u00A0s',
    'o cliente 2 do server-threads recebe a resposta após 1,24\u00A0s',
  ]);
  expect(told('worker-ended')).toEqual(['server-threads: worker 1 ended (exit code 1)']);
  expect(told('down')).toEqual(['server-threads ended (SIGKILL)']);
  expect(told('closed')).toEqual(['client 2 of server-threads is lost: ECONNRESET']);
});

test('what is no sight has no sentence', () => {
  for (const entry of run) expect(isTold(entry)).toBe(happenings([entry], scene, 'en').length === 1);
  expect(happenings(run, scene, 'en').map(({ at }) => at)).toEqual([1, 2, 3, 5, 6, 1_006, 1_246, 1_300, 1_301, 1_302]);
  expect(happenings([{ at: 3, kind: 'connected', client: 8 }, { at: 4, kind: 'leaves', client: 8 }], scene, 'en')).toEqual([]);
});

test('happenings() are the last that are told where no more are asked for, however much came after them', () => {
  const looks = Array.from({ length: 5_000 }, (_, index): Entry => ({ at: 2_000 + index, kind: 'usage', server, processes: [] }));
  expect(happenings([...run, ...looks], scene, 'en', 2).map(({ at }) => at)).toEqual([1_301, 1_302]);
});

test('it says of a client that left no more than that', () => {
  expect(happenings([{ at: 9, kind: 'leaves', client: 7 }, { at: 10, kind: 'closed', client: 7, outcome: 'left' }], scene, 'en')).toHaveLength(1);
});
