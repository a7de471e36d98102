import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { long, whyLong } from '#long-test';
import { findingsSchema } from '#record';
import { type Kind, ofSome, someValues } from '../../testing/arbitraries.ts';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { quickLab } from '../../testing/quick-lab.ts';
import { agrees, type Line } from './measure.ts';
import { waitingLine } from './experiment.ts';

describe('waiting-line', () => {
  const all = [{ names: ['server-serial', 'server-threads'] }, { names: ['server-reactive'] }];
  test.each(long ? all : all.slice(0, 1))(
    `finds a wait for every server, and a sentence without a gap in both languages: $names${whyLong('servers without a serial one')}`,
    async ({ names }) => {
      const lab = quickLab(...names);
      const result = await waitingLine.run(lab);
      expect(faultsIn(waitingLine, lab, result)).toEqual([]);
      const { figures, tables } = findingsSchema.parse(result.findings);
      expect(Object.keys(figures['mean-wait'] ?? {})).toEqual(names);
      expect(tables[0]?.rows).toHaveLength(names.length);
    },
    60_000,
  );
});

describe('waitingLine.conclude()', () => {
  const utilisations = [0.5, 0.8];
  const some = fc.double({ min: 0.1, max: 100, noNaN: true });
  const run = fc.record({
    arrivals: someValues(3, some).map((all) => all.toSorted((a, b) => a - b)),
    responses: someValues(3, some),
    stays: someValues(3, some),
    lateness: someValues(3, some),
    lasted: some,
    present: some,
    known: some,
  });
  const line = (approach: Kind): fc.Arbitrary<Line> =>
    fc.record({
      approach: fc.constant(approach),
      servers: fc.constant(approach.workers === 'none' ? 1 : 2),
      response: some,
      service: some,
      runs: fc
        .tuple(...utilisations.flatMap((utilisation) => [0, 1].map(() => fc.record({ utilisation: fc.constant(utilisation), run, ownShare: some }))))
        .map((runs) => [...runs]),
    });
  const measured = fc.record({
    workers: fc.constant(2),
    stretch: fc.constantFrom(1, 1.5),
    utilisations: fc.constant(utilisations),
    lines: ofSome(line),
  });

  test('says nothing that its tables do not, whatever was measured', () => {
    fc.assert(fc.property(measured, (here) => {
      expect(inconsistencies(waitingLine.conclude(here))).toEqual([]);
    }));
  });

  test('says that the wait could be computed only where that of each server without workers was', () => {
    fc.assert(fc.property(measured, (here) => {
      const alone = here.lines.filter(({ servers }) => servers === 1);
      const could = alone.length > 0 && alone.every((one) => agrees(one, 0.8));
      expect(waitingLine.conclude(here).findings.answer.text.en.startsWith('It could.')).toBe(could);
    }));
  });
});
