import { describe, expect, test } from '@jest/globals';
import { type ExperimentRecord, type Quantity, quantity } from '#record';
import { conclusionsOf } from './conclusions-of.ts';

const text = { en: 'x', 'pt-BR': 'x' };

/** An experiment that found these figures. */
function found(id: string, figures: Readonly<Record<string, Record<string, Quantity>>>): ExperimentRecord {
  const findings = { answer: { text, figures: {} }, notes: [], links: [], timelines: [], charts: [], tables: [], traces: [], figures };
  return { id, title: text, question: text, method: { text, figures: {} }, took: 1, outcome: { status: 'done', findings } };
}

const between = (low: number, high: number): Quantity => ({ value: (low + high) / 2, unit: 'ms', low, high, repeats: 5 });
const ms = (value: number): Quantity => quantity(value, 'ms');

describe('conclusionsOf()', () => {
  test('conclusionsOf() counts as best all whose range overlaps that of the best one', () => {
    const totals = { 'server-serial': between(900, 1_000), 'server-async': between(60, 70), 'server-threads': between(69, 90) };
    const { which } = conclusionsOf([found('scaling', { 'total-for-n-clients': totals })]);
    expect(which.rows).toEqual([
      [expect.anything(), 'server-async, server-threads', between(60, 70), between(900, 1_000), 'scaling'],
    ]);
  });

  test('conclusionsOf() says no difference where all overlap or all but do, and keeps apart what lies a tenth apart', () => {
    const rowOf = (figures: Record<string, Quantity>): unknown =>
      conclusionsOf([found('scaling', { 'total-for-n-clients': figures })]).which.rows[0]?.[1];
    expect(rowOf({ a: between(1, 3), b: between(2, 4) })).toMatchObject({ en: 'no difference', 'pt-BR': 'sem diferença' });
    expect(rowOf({ a: between(100, 102), b: between(110, 112) })).toMatchObject({ en: 'no difference' });
    expect(rowOf({ a: between(100, 102), b: between(114, 116) })).toBe('a');
  });

  test('conclusionsOf() takes a figure without repeats for no better than a third either way, below nothing, too', () => {
    const best = (figures: Record<string, Quantity>): unknown =>
      conclusionsOf([found('cost', { 'memory-connection': figures })]).which.rows[0]?.[1];
    expect(best({ a: ms(100), b: ms(150), c: ms(300) })).toBe('a, b');
    expect(best({ a: quantity(-2_000, 'bytes'), b: quantity(9_000, 'bytes') })).toBe('a');
  });

  test('conclusionsOf() takes the most for the best where more is better', () => {
    const speedUp = { 'server-async': quantity(1, 'ratio'), 'server-cluster': quantity(3.6, 'ratio') };
    const { which, sentences } = conclusionsOf([found('computing', { 'speed-up': speedUp })]);
    expect(which.rows[0]?.slice(1)).toEqual(['server-cluster', quantity(3.6, 'ratio'), quantity(1, 'ratio'), 'computing']);
    expect(sentences[0]?.text.en).toMatch(/done on server-cluster, and \{worst\} on server-async\.$/);
  });

  test('conclusionsOf() leaves out what was not measured, and what only one server was measured for', () => {
    const failed: ExperimentRecord = { ...found('cost', {}), outcome: { status: 'failed', reason: { text, figures: {} } } };
    expect(conclusionsOf([failed, found('part-2', { 'memory-idle': { 'server-serial': ms(1) } })])).toMatchObject({
      which: { rows: [] },
      sentences: [],
      claim: undefined,
    });
  });

  test('conclusionsOf() judges which approach is for which case by who is among the best, and who alone', () => {
    const verdict = (computing: string, idle: string): unknown => {
      const figures = (best: string): Record<string, Quantity> =>
        Object.fromEntries(['server-async', 'server-cluster', 'server-threads'].map((one) => [one, ms(one === best ? 1 : 100)]));
      const speedUp = Object.fromEntries(
        ['server-cluster', 'server-threads'].map((one) => [one, quantity(one === computing ? 4 : 1, 'ratio')]),
      );
      return conclusionsOf([found('all', { 'speed-up': speedUp, 'memory-connection': figures(idle) })]).claim?.verdict;
    };
    expect(verdict('server-cluster', 'server-async')).toBe('holds');
    expect(verdict('server-threads', 'server-async')).toBe('holds-with-condition');
    expect(verdict('server-threads', 'server-cluster')).toBe('does-not-hold');
  });
});
