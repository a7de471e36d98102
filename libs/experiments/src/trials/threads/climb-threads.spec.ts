import { expect, test } from '@jest/globals';
import type { ThreadLimit } from '#machine';
import { climbThreads } from './climb-threads.ts';
import { ExperimentError } from '../../running/experiment-error.ts';
import type { Grown } from './thread-probe.ts';

/** A process of made-up threads, each of so many bytes. */
const process = (bytes: number, grow: (wanted: number) => Promise<Grown>) => {
  let now = 0;
  return {
    pid: 0,
    grow: async (wanted: number) => {
      const grown = await grow(wanted);
      now = grown.threads;
      return grown;
    },
    look: () => ({ addresses: now * 8e6, memory: now * bytes, maps: 100 + now * 3 }),
  };
};
const willing = (threads: number): Promise<Grown> => Promise.resolve({ threads, refused: null });
const most = (limit: number) => (wanted: number): Promise<Grown> =>
  Promise.resolve({ threads: Math.min(wanted, limit), refused: wanted > limit ? 'no more' : null });

const limits = (value: number) => (): readonly ThreadLimit[] => [
  { name: 'shared', value, inUse: 0, perThread: 1, shared: true },
  { name: 'own', value: 65_530, inUse: 100, perThread: 1, shared: false },
];
const plenty = limits(1e6);

const counts = [10, 20, 40];
const climbed = ({ steps }: { readonly steps: readonly { readonly threads: number }[] }): readonly number[] =>
  steps.map(({ threads }) => threads);

test('climbThreads() goes step by step to what was asked for, from none', async () => {
  const climb = await climbThreads(process(1, willing), counts, 60_000, plenty);
  expect([climb.halt, climbed(climb)]).toEqual(['enough', [0, 10, 20, 40]]);
});

test('climbThreads() measures how many areas of the address space a thread takes', async () => {
  const climb = await climbThreads(process(1, willing), counts, 60_000, plenty);
  expect(climb.limits).toMatchObject([{ perThread: 1 }, { perThread: 3 }]);
});

test('climbThreads() stops where the machine refuses, with those that it got', async () => {
  const climb = await climbThreads(process(1, most(25)), counts, 60_000, plenty);
  expect([climb.halt, climbed(climb)]).toEqual(['refused', [0, 10, 20, 25]]);
});

test('climbThreads() takes a process that ends for a refusal', async () => {
  const dies = (wanted: number): Promise<Grown> =>
    wanted < 20 ? willing(wanted) : Promise.reject(new ExperimentError({ en: 'ended', 'pt-BR': 'terminou' }));
  const climb = await climbThreads(process(1, dies), counts, 60_000, plenty);
  expect([climb.halt, climbed(climb)]).toEqual(['refused', [0, 10]]);
});

test('climbThreads() leaves others their part of a limit that all share', async () => {
  const climb = await climbThreads(process(1, willing), counts, 60_000, limits(1_015));
  expect([climb.halt, climbed(climb)]).toEqual(['limit', [0, 10, 15]]);
});

test('climbThreads() stops at 4 GB, and when its time is up', async () => {
  const heavy = await climbThreads(process(3e8, willing), counts, 60_000, plenty);
  expect([heavy.halt, climbed(heavy)]).toEqual(['memory', [0, 10, 20]]);
  const late = await climbThreads(process(1, willing), counts, -1, plenty);
  expect([late.halt, climbed(late)]).toEqual(['time', [0]]);
});
