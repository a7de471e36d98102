import { type Claim, joined, type Statement, statement, type Text } from '#record';
import { type ClaimId, claims } from './claim-texts.ts';
import type { Experiment, Judgement } from '../running/experiment.ts';
import type { Tried } from '../running/run-experiment.ts';

/** What this run says of every claim, in order. */
export function claimsOf(
  experiments: readonly Experiment[],
  chosen: readonly Experiment[],
  tried: readonly Tried[],
  conclusion: Judgement | undefined,
): readonly Claim[] {
  const judged = new Map<ClaimId, Pick<Claim, 'verdict' | 'because' | 'experiment'>>();
  for (const { record, claims: judgements } of tried) {
    for (const { id, verdict, because } of judgements) {
      if (!judged.has(id)) judged.set(id, { verdict, because, experiment: record.id });
    }
  }
  if (conclusion !== undefined && !judged.has(conclusion.id)) {
    judged.set(conclusion.id, { ...conclusion, experiment: conclusionsId });
  }
  return (Object.keys(claims) as ClaimId[]).map((id) => {
    const found = judged.get(id) ?? { verdict: 'not-tried', ...whyNot(id, experiments, chosen, tried) };
    return { id, claim: claims[id], verdict: found.verdict, because: found.because, experiment: found.experiment };
  });
}

/** In place of an experiment's id: the claim was held against the conclusions of them all. */
export const conclusionsId = 'conclusions';

function whyNot(
  id: ClaimId,
  experiments: readonly Experiment[],
  chosen: readonly Experiment[],
  tried: readonly Tried[],
): Pick<Claim, 'because' | 'experiment'> {
  const experiment = experiments.find((one) => one.claims.includes(id));
  if (experiment === undefined) {
    const experimentId = id === 'which-when' ? conclusionsId : '';
    return { experiment: experimentId, because: statement(id === 'which-when' ? tooFew : nobody) };
  }
  const record = tried.find((one) => one.record.id === experiment.id)?.record;
  const because = (): Statement => {
    if (!chosen.includes(experiment)) return statement(leftOut(experiment.id));
    if (record === undefined) return statement(stopped(experiment.id));
    const { outcome } = record;
    return outcome.status === 'done' ? statement(silent(experiment.id)) : ended(experiment.id, outcome);
  };
  return { experiment: experiment.id, because: because() };
}

const nobody: Text = { en: 'No experiment tries it.', 'pt-BR': 'Nenhum experimento a testa.' };

const tooFew: Text = {
  en: 'Too few of the figures that it takes were measured in this run.',
  'pt-BR': 'Nesta execução foram medidos poucos dos valores necessários.',
};

const leftOut = (id: string): Text => ({
  en: `The experiment ${id} was left out of this run.`,
  'pt-BR': `O experimento ${id} ficou fora desta execução.`,
});

const stopped = (id: string): Text => ({
  en: `The run was stopped before the experiment ${id} was done.`,
  'pt-BR': `A execução foi interrompida antes de o experimento ${id} terminar.`,
});

const silent = (id: string): Text => ({
  en: `The experiment ${id} could not judge it with the servers of this run.`,
  'pt-BR': `O experimento ${id} não pôde avaliá-la com os servidores desta execução.`,
});

function ended(id: string, { status, reason }: { status: 'skipped' | 'failed'; reason: Statement }): Statement {
  const words = { skipped: { en: 'was skipped', 'pt-BR': 'foi pulado' }, failed: { en: 'failed', 'pt-BR': 'falhou' } }[status];
  return joined([statement({ en: `The experiment ${id} ${words.en}:`, 'pt-BR': `O experimento ${id} ${words['pt-BR']}:` }), reason]);
}
