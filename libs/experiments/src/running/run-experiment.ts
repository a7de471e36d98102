import { setTimeout } from 'node:timers/promises';
import { type ExperimentRecord, type Fallen, findingsSchema, statement } from '#record';
import { fallenNotes } from '../findings/fallen-notes.ts';
import { lackingNote } from '../findings/lacking-note.ts';
import type { Experiment, Judgement } from './experiment.ts';
import type { Lab } from './lab.ts';

/** An experiment as it was run, and what it said of claims. */
export interface Tried {
  readonly record: ExperimentRecord;
  readonly claims: readonly Judgement[];
  readonly fallen: readonly Fallen[];
}

/**
 * How long a failure may turn out to be the run's own end, ms: whoever stops a tree of processes may reach the servers
 * a moment before this one.
 */
const afterthought = 250;

/**
 * Runs one experiment, whatever comes of it.
 *
 * @returns undefined where the run was stopped before the experiment was done
 */
export async function runExperiment(experiment: Experiment, lab: Lab): Promise<Tried | undefined> {
  const { id, title, question } = experiment;
  const start = performance.now();
  const tried = (outcome: ExperimentRecord['outcome'], rest: Partial<Tried> = {}): Tried => ({
    record: { id, title, question, method: experiment.method(lab), took: performance.now() - start, outcome },
    claims: [],
    fallen: [],
    ...rest,
  });
  if (lab.signal.aborted) return undefined;
  const unable = experiment.unable?.(lab);
  if (unable !== undefined) return tried({ status: 'skipped', reason: statement(unable) });
  try {
    const { findings, claims = [], fallen = [] } = await experiment.run(lab);
    const notes = [...fallenNotes(fallen), ...lackingNote(experiment, lab), ...(findings.notes ?? [])];
    return tried({ status: 'done', findings: findingsSchema.parse({ ...findings, notes }) }, { claims, fallen });
  } catch (error) {
    if (await stoppedSoon(lab.signal)) return undefined;
    return tried({ status: 'failed', reason: lab.describe(error) });
  }
}

async function stoppedSoon(signal: AbortSignal): Promise<boolean> {
  // Rejected by the signal.
  await setTimeout(afterthought, undefined, { signal }).catch(() => undefined);
  return signal.aborted;
}
