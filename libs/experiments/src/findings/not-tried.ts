import { statement, type Text } from '#record';
import type { Judgement } from '../running/experiment.ts';

/** Of a claim that could not be tried with what was measured, and why. */
export function notTried(id: Judgement['id'], why: Text): Judgement {
  return { id, verdict: 'not-tried', because: statement(why) };
}
