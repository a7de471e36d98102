import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cell, type ExperimentRecord, type Quantity, quantity, type Statement, type Text, writeStatement } from '#record';
import { ofSome, someQuantity } from '../testing/arbitraries.ts';
import { sentenceFaults } from '../testing/sentence-faults.ts';
import { type ConclusionCase, conclusionCases } from './conclusion-cases.ts';
import { conclusionsOf } from './conclusions-of.ts';

const text = { en: 'x', 'pt-BR': 'x' };
const cases = Object.values<ConclusionCase>(conclusionCases);

/** An experiment that found these figures. */
function found(id: string, figures: Readonly<Record<string, Record<string, Quantity>>>): ExperimentRecord {
  const findings = { answer: { text, figures: {} }, notes: [], links: [], timelines: [], charts: [], tables: [], traces: [], figures };
  return { id, title: text, question: text, method: { text, figures: {} }, took: 1, outcome: { status: 'done', findings } };
}

const between = (low: number, high: number): Quantity => ({ value: (low + high) / 2, unit: 'ms', low, high, repeats: 5 });
const ms = (value: number): Quantity => quantity(value, 'ms');

describe('conclusionsOf()', () => {
  test('conclusionsOf() counts as best all that cannot be told from the best one, and gives the figures of all of them', () => {
    const totals = { 'server-serial': between(900, 1_000), 'server-async': between(60, 70), 'server-threads': between(69, 90) };
    const { which, sentences } = conclusionsOf([found('scaling', { 'total-for-n-clients': totals })]);
    expect(which.rows[0]?.[1]).toBe('server-async, server-threads');
    expect(which.rows[0]?.slice(2, 5)).toMatchObject([{ low: 65, high: 79.5 }, 'server-serial', between(900, 1_000)]);
    expect(writeStatement(sentences[0] as Statement, 'en')).toBe(
      'When clients hold their connections, all of them together took 65 to 79.5 ms on server-async and server-threads and 950 ms (900 ms–1 s) on server-serial.',
    );
  });

  test('conclusionsOf() does not tell apart what overlaps or all but does, and does what lies a tenth apart', () => {
    const rowOf = (figures: Record<string, Quantity>): unknown =>
      conclusionsOf([found('scaling', { 'total-for-n-clients': figures })]).which.rows[0]?.[1];
    expect(rowOf({ a: between(1, 3), b: between(2, 4) })).toMatchObject({ en: 'not told apart', 'pt-BR': 'não se distinguem' });
    expect(rowOf({ a: between(100, 102), b: between(110, 112) })).toMatchObject({ en: 'not told apart' });
    expect(rowOf({ a: between(100, 102), b: between(114, 116) })).toBe('a');
  });

  test('conclusionsOf() does not count an uneven one as best that was worse than one which lies apart', () => {
    const figures = { a: between(100, 102), b: between(120, 122), c: between(90, 190) };
    expect(conclusionsOf([found('scaling', { 'total-for-n-clients': figures })]).which.rows[0]?.[1]).toBe('a');
  });

  test('conclusionsOf() takes a figure without repeats for no better than a third either way, below nothing, too', () => {
    const best = (figures: Record<string, Quantity>): unknown =>
      conclusionsOf([found('cost', { 'memory-connection-served': figures })]).which.rows[0]?.[1];
    expect(best({ a: ms(100), b: ms(150), c: ms(300) })).toBe('a, b');
    expect(best({ a: quantity(-2_000, 'bytes'), b: quantity(9_000, 'bytes') })).toBe('a');
  });

  test('conclusionsOf() claims no sameness of figures that differ', () => {
    const memory = { a: quantity(5_160, 'bytes'), b: quantity(6_050, 'bytes'), c: quantity(8_140, 'bytes') };
    const { sentences } = conclusionsOf([found('cost', { 'memory-connection-served': memory })]);
    expect(writeStatement(sentences[0] as Statement, 'en')).toBe(
      'On the servers that serve side by side, an idle connection costs 5.16 to 8.14 kB of memory; this run does not tell them apart.',
    );
  });

  test('conclusionsOf() takes the most for the best where more is better', () => {
    const speedUp = { 'server-async': quantity(1, 'ratio'), 'server-cluster': quantity(3.6, 'ratio') };
    const { which, sentences } = conclusionsOf([found('computing', { 'speed-up': speedUp })]);
    expect(which.rows[0]?.[1]).toBe('server-cluster');
    expect(which.rows[0]?.slice(2)).toMatchObject([quantity(3.6, 'ratio'), 'server-async', quantity(1, 'ratio'), 'computing']);
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
      return conclusionsOf([found('all', { 'speed-up': speedUp, 'memory-connection-served': figures(idle) })]).claim?.verdict;
    };
    expect(verdict('server-cluster', 'server-async')).toBe('holds');
    expect(verdict('server-threads', 'server-async')).toBe('holds-with-condition');
    expect(verdict('server-threads', 'server-cluster')).toBe('does-not-hold');
  });

  const measured = fc
    .subarray(cases)
    .chain((some) =>
      fc.tuple(
        ...some.map(({ figure }) =>
          ofSome(({ name }) => fc.tuple(fc.constant(name), someQuantity('ms'))).map((all) => [figure, Object.fromEntries(all)] as const),
        ),
      ),
    )
    .map((all) => Object.fromEntries(all));

  test('conclusionsOf() says nothing that the figures of the experiments do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (figures) => {
      const { sentences, claim } = conclusionsOf([found('all', figures)]);
      const servers = [...new Set(Object.values(figures).flatMap((own) => Object.keys(own)))];
      const said = claim === undefined ? sentences : [...sentences, claim.because];
      expect(said.flatMap((sentence) => sentenceFaults(sentence, { figures, shown: [], servers }))).toEqual([]);
    }));
  });

  test('conclusionsOf() ranks as the charts do: none of the others is better than any of the best, nor worse than the worst', () => {
    fc.assert(fc.property(measured, (figures) => {
      const rows = conclusionsOf([found('all', figures)]).which.rows;
      const known = cases.filter(({ figure }) => Object.keys(figures[figure] ?? {}).length > 1);
      expect(rows).toHaveLength(known.length);
      for (const [index, { figure, better, title }] of known.entries()) {
        const [caseOf, , best, , worst] = rows[index] as [Text, Cell, Quantity, Cell, Quantity | null];
        expect(caseOf).toEqual(title);
        const badness = (server: string): number => (figures[figure]?.[server]?.value ?? NaN) * (better !== 'more' ? 1 : -1);
        const group = best.of?.servers ?? [];
        const others = Object.keys(figures[figure] ?? {}).filter((server) => !group.includes(server));
        expect(Math.max(...group.map(badness))).toBeLessThanOrEqual(Math.min(...others.map(badness)));
        expect(worst?.of?.servers ?? []).toHaveLength(Math.min(1, others.length));
        for (const last of worst?.of?.servers ?? []) expect(badness(last)).toBe(Math.max(...others.map(badness)));
      }
    }));
  });
});
