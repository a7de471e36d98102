import { describe, expect, test } from '@jest/globals';
import { findingsSchema, quantity } from '#record';
import { missingFigures } from '../testing/missing-figures.ts';
import { quickLab } from '../testing/quick-lab.ts';
import { endings } from './endings.ts';

describe('endings', () => {
  test('finds what each server loses and answers, and a sentence without a gap in both languages', async () => {
    const names = ['server-async', 'server-cluster', 'server-threads'];
    const lab = quickLab(...names);
    const result = await endings.run(lab);
    expect(missingFigures(result, endings.method(lab))).toEqual([]);
    const { figures, timelines } = findingsSchema.parse(result.findings);
    const lost = figures['lost-with-a-worker'] ?? {};
    expect(lost['server-async']).toEqual(quantity(1, 'share'));
    for (const name of ['server-cluster', 'server-threads']) {
      const { value = NaN, low = value, high = value } = lost[name] ?? {};
      // An equal share each, on average.
      expect(low).toBeLessThanOrEqual(1 / lab.cores);
      expect(high).toBeGreaterThanOrEqual(1 / lab.cores);
    }
    expect(figures['answered-at-drain']).toEqual(Object.fromEntries(names.map((name) => [name, quantity(1, 'share')])));
    expect(timelines[0]?.server).toBe('server-cluster');
  }, 60_000);
});
