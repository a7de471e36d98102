import { describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import type { Clause } from './clause.ts';
import { clauses } from './clauses/index.ts';
import { levels } from './level.ts';
import { Limiter } from './limiter.ts';
import { framings, type Promises } from './promises.ts';
import { runContract } from './run-contract.ts';
import { isPromised } from './why-not-tried.ts';

const all: readonly Clause[] = clauses;

describe('clauses', () => {
  test('of every level there are some in each framing', () => {
    for (const framing of framings) {
      const promises: Promises = { serves: 'overlapping', workers: 'none', framing, maxMessageBytes: 65_536 };
      expect(new Set(all.filter((clause) => isPromised(clause, promises)).map(({ level }) => level))).toEqual(new Set(levels));
    }
  });

  test('say what they require, and the usual cause, in both languages, in a line', () => {
    for (const { title, hint } of all) {
      for (const words of [title, ...(hint === undefined ? [] : [hint])]) {
        expect(words['pt-BR']).not.toBe(words.en);
        for (const text of Object.values(words)) expect(text).toMatch(/^\S[^\n]{5,170}[^\s.]$/);
      }
      expect(title['pt-BR']).toMatch(/^[A-ZÀ-Ý1-9`-]/);
    }
  });

  test('of a student’s levels ask for no flag, no signal and no `Error:` line', () => {
    for (const clause of all.filter(({ level }) => level !== 'echo-lab')) {
      expect([clause.id, clause.flags, clause.long, clause.root]).toEqual([clause.id, undefined, undefined, undefined]);
      expect((clause.needs ?? []).filter((need) => need !== 'start')).toEqual([]);
      expect(clause.title.en).not.toContain('Error:');
    }
  });

  const reason = whyLong('servers of ours are held to each of them already');
  longTest(`of a student’s levels are kept by a server that was written from the assignment alone${reason}`, async () => {
    const promises: Promises = { serves: 'overlapping', workers: 'none', framing: 'chunk', maxMessageBytes: 65_536 };
    const meant = all.filter((clause) => clause.level !== 'echo-lab' && isPromised(clause, promises));
    const target = { command: `${process.execPath} ${import.meta.dirname}/testing/plain-server.ts {port}` };
    const run = { clauses: meant, target, promises, patience: 10_000, long: false, limiter: new Limiter(2) };
    const outcomes = await Promise.all(runContract(run));
    const broken = outcomes.flatMap((one) => (one.result === 'passed' ? [] : [`${one.clause.id}: ${one.result}`]));
    expect(broken).toEqual([]);
    expect(outcomes.length).toBeGreaterThan(25);
  });
});
