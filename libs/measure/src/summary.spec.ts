import { describe, expect, test } from '@jest/globals';
import type { Figures } from './measure.ts';
import { summarize } from './summary.ts';

function figures(server: string, cpu: number): Figures {
  return {
    server,
    connections: 1,
    messages: 10,
    seconds: 1,
    messagesPerSecond: 10,
    cpu: { user: cpu / 2, system: cpu / 2, total: cpu },
    loadCpu: 1,
    pss: { before: 1, after: 2 },
    errors: { lost: 0, outOfOrder: 0, corrupted: 0 },
  };
}

describe('summarize()', () => {
  test('summarize() compares within each round, so that a slow stretch does not count', () => {
    const baseline = [figures('a', 1), figures('a', 10), figures('a', 1)];
    const other = [figures('b', 2), figures('b', 20), figures('b', 2.2)];
    expect(summarize(other, baseline)).toMatchObject({ server: 'b', ratio: 2, cpu: { total: 2.2 } });
    expect(summarize(baseline, baseline).ratio).toBe(1);
  });

  test('summarize() has no ratio to a server that had another number of connections', () => {
    expect(summarize([{ ...figures('a', 1), connections: 50 }], [figures('b', 1)]).ratio).toBeUndefined();
  });
});
