import type { Claim, Fallen, findingsSchema, Statement, Text } from '#record';
import type { z } from 'zod';
import type { ClaimId } from '../findings/claim-texts.ts';
import type { Lab } from './lab.ts';
import type { PythonServer } from './python-servers.ts';

/** What an experiment says of a claim that it tried. */
export type Judgement = Pick<Claim, 'verdict' | 'because'> & { readonly id: ClaimId };

/** What an experiment gives: its findings, where lists that are empty may be left out, and what they say of claims. */
export interface ExperimentResult {
  readonly findings: z.input<typeof findingsSchema>;
  readonly claims?: readonly Judgement[];
  /** Who was taken out of it; findings and claims are of the others. */
  readonly fallen?: readonly Fallen[];
}

/** A question, the way to answer it by running it, and what the answer says of the claims. */
export interface Experiment {
  /** Stable: records, flags and links name it. */
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  /** How it is tried, with the numbers that this size of run uses. */
  method(lab: Lab): Statement;
  /** The claims that it can judge. */
  readonly claims: readonly ClaimId[];
  /** Whether a run of this size sets this one beside ours, where there is a Python. */
  setsBeside?(server: PythonServer, lab: Lab): boolean;
  /** Why it cannot be run here, such as for want of Python. */
  unable?(lab: Lab): Text | undefined;
  /** @throws ExperimentError, MeasureError */
  run(lab: Lab): Promise<ExperimentResult>;
}

/** An experiment whose measuring and concluding stand apart, so that the words can be tried on any measurement. */
export interface MeasuredExperiment<M> extends Experiment {
  /**
   * Runs it. What comes of it is a plain value: all that the conclusions need, and nothing of the lab.
   *
   * @throws ExperimentError, MeasureError
   */
  measure(lab: Lab): Promise<M>;
  /** What was measured, in sentences, verdicts, figures, tables and charts: of `measured` and of nothing else. */
  conclude(measured: M): ExperimentResult;
}

/** Makes an experiment of measuring and concluding; to run it is to do the one and then the other. */
export function defineExperiment<M>(parts: Omit<MeasuredExperiment<M>, 'run'>): MeasuredExperiment<M> {
  return { ...parts, run: async (lab) => parts.conclude(await parts.measure(lab)) };
}
