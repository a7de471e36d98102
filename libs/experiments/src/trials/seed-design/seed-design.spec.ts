import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findingsSchema } from '#record';
import { faultsIn } from '../../testing/faults-in.ts';
import { inconsistencies } from '../../testing/inconsistencies.ts';
import { labWithPython } from '../../testing/lab-with-python.ts';
import { testWithPython } from '../../testing/python-here.ts';
import { judgeDaemons, judgeExceptions } from './judge.ts';
import { seedDesign } from './experiment.ts';
import { seedName, type Tried } from './measure.ts';

describe('judgeDaemons()', () => {
  const end = (answered: number, ended: number) => ({ clients: 5, answered, ended, exit: { code: 0, signal: null } });
  const verdictOf = (answered: number, ended: number): string =>
    judgeDaemons(end(answered, ended), { ...end(5, 5), name: 'ours' }).verdict;

  test('holds where every message is answered and every thread comes to its end', () => {
    expect(verdictOf(5, 5)).toBe('holds');
  });

  test('does not hold where a reply is lost, or a thread does not come to its end', () => {
    expect([verdictOf(0, 0), verdictOf(4, 5), verdictOf(5, 4)]).toEqual(Array(3).fill('does-not-hold'));
  });
});

test('judgeExceptions() holds where nobody was cut off, does not where everybody was, and is undecided between', () => {
  expect([0, 5, 2].map((lost) => judgeExceptions(5, lost).verdict)).toEqual(['holds', 'does-not-hold', 'undecided']);
});

describe('seedDesign.conclude()', () => {
  const end = fc.record({
    clients: fc.constant(5),
    answered: fc.nat({ max: 5 }),
    ended: fc.nat({ max: 5 }),
    exit: fc.constantFrom({ code: 0, signal: null }, { code: null, signal: 'SIGTERM' as const }),
  });
  const ends = fc.record({ interrupted: end, terminated: end });
  const tried = (name: string): fc.Arbitrary<Tried> =>
    fc.record({
      name: fc.constant(name),
      splits: fc.array(fc.constantFrom('Echo: é', '', 'Echo: '), { minLength: 1, maxLength: 3 }),
      prefixes: fc.nat({ max: 3 }),
      joined: fc.double({ min: 0, max: 1, noNaN: true }),
    });
  const toTheEnd = (name: string) => fc.tuple(tried(name), ends).map(([one, own]) => ({ ...one, ends: own }));
  const measured = fc.record({
    seed: toTheEnd(seedName),
    ours: toTheEnd('server-async'),
    others: fc.tuple(tried('server-async --framing line')),
  });

  test('says nothing that its table does not, whatever came back', () => {
    fc.assert(fc.property(measured, (all) => {
      expect(inconsistencies(seedDesign.conclude(all), seedDesign.claims)).toEqual([]);
    }));
  });
});

test('seedDesign cannot be run without python3, nor without a server to set beside it', () => {
  expect(seedDesign.unable?.(labWithPython(undefined, 'server-async'))?.en).toContain('python3');
  expect(seedDesign.unable?.(labWithPython({ path: '', version: '' }, 'server-serial'))?.en).toContain('side by side');
});

testWithPython('seedDesign loses the split character and the messages under way, where ours answers both', async (python) => {
  const lab = labWithPython(python, 'server-async');
  expect(seedDesign.unable?.(lab)).toBeUndefined();
  const result = await seedDesign.run(lab);
  const findings = findingsSchema.parse(result.findings);
  expect(faultsIn(seedDesign, lab, result)).toEqual([]);
  const [table] = findings.tables;
  expect(table?.columns).toHaveLength(4);
  const [split, , prefixes, joined, answered, ended] = table?.rows ?? [];
  expect(split?.slice(1)).toEqual([{ en: 'closed, no reply', 'pt-BR': 'fechada, sem resposta' }, 'Echo: é', 'Echo: é']);
  expect(prefixes?.[1]).toMatchObject({ value: 3 });
  // As lines, quick sends are never taken for one.
  expect(joined?.[3]).toMatchObject({ value: 0 });
  expect([answered, ended].map((row) => row?.slice(1))).toMatchObject(Array(2).fill([{ value: 0 }, { value: 1 }, null]));
  expect(result.claims?.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['daemon-graceful', 'does-not-hold'],
    ['robust-exceptions', 'does-not-hold'],
  ]);
});
