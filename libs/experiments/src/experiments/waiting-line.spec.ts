import { describe, expect, test } from '@jest/globals';
import { findingsSchema } from '#record';
import { missingFigures } from '../testing/missing-figures.ts';
import { quickLab } from '../testing/quick-lab.ts';
import { waitingLine } from './waiting-line.ts';

describe('waiting-line', () => {
  test.each([{ names: ['server-serial', 'server-threads'] }, { names: ['server-reactive'] }])(
    'finds a wait for every server, and a sentence without a gap in both languages: $names',
    async ({ names }) => {
      const lab = quickLab(...names);
      const result = await waitingLine.run(lab);
      expect(missingFigures(result, waitingLine.method(lab))).toEqual([]);
      const { figures, tables } = findingsSchema.parse(result.findings);
      expect(Object.keys(figures['mean-wait'] ?? {})).toEqual(names);
      expect(tables[0]?.rows).toHaveLength(names.length);
    },
    60_000,
  );
});
