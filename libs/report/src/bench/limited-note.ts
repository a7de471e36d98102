import type { BenchScenario } from '#record';
import type { View } from '../view.ts';

/** On which servers' loads rate and latency are not theirs alone: one sentence, or none. */
export function limitedNote({ texts }: Pick<View, 'texts'>, { results }: BenchScenario): readonly string[] {
  const limited = results.filter(({ generator }) => generator?.limited === true).map(({ server }) => server);
  return limited.length === 0 ? [] : [`${texts.bench.limited}: ${limited.join(', ')}.`];
}
