import type { Approach } from '#approaches';
import type { Statement } from '#record';
import { choose } from './choose.ts';
import { costsIn } from './costs.ts';
import { type DoubtsOptions, doubtsOf } from './doubts.ts';
import { predict, type Prediction } from './predict.ts';
import { reasonsFor } from './reasons.ts';

export interface Advice {
  /** Of all approaches, in order. */
  readonly predictions: readonly Prediction[];
  /** The name of the one to take. */
  readonly server: string;
  readonly reasons: readonly Statement[];
  /** `well`: nothing speaks against it; `roughly`: one or two things do. */
  readonly sure: 'well' | 'roughly' | 'barely';
  readonly doubts: readonly Statement[];
}

export interface AdviseOptions extends Omit<DoubtsOptions, 'costs'> {
  readonly approaches: readonly Approach[];
}

/**
 * Which approach, from what was measured.
 *
 * @returns undefined where the record has no approach of this workspace
 */
export function advise({ record, question, approaches, now, commit }: AdviseOptions): Advice | undefined {
  const all = costsIn(record, approaches);
  const predictions = all.map((costs) => predict(costs, question, record.environment.cores));
  const chosen = choose(predictions);
  const costs = all.find(({ name }) => name === chosen?.server);
  if (chosen === undefined || costs === undefined) return undefined;
  const doubts = doubtsOf({ record, question, costs, now, commit });
  return {
    predictions,
    server: chosen.server,
    reasons: reasonsFor(chosen, predictions, question),
    sure: doubts.length === 0 ? 'well' : doubts.length <= 2 ? 'roughly' : 'barely',
    doubts,
  };
}
