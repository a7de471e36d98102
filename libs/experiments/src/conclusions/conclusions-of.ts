import type { ExperimentRecord, RunRecord, Table } from '#record';
import { type CaseId, conclusionCases, type ConclusionCase } from './conclusion-cases.ts';
import { conclusionSentences } from './conclusion-sentences.ts';
import type { Judgement } from '../running/experiment.ts';
import { judgeWhichWhen } from './judge-which-when.ts';
import { type Measured, type Ranking, rankServers } from './rank-servers.ts';

export interface Conclusions {
  readonly which: Table;
  readonly sentences: RunRecord['conclusions']['sentences'];
  /** On the claim that says which approach is for which case; undefined where too little was measured. */
  readonly claim: Judgement | undefined;
}

/** A case that was measured. */
export interface Concluded extends ConclusionCase, Ranking {
  /** Those that were measured. */
  readonly servers: readonly string[];
  readonly experiment: string;
}

/** Which approach for which case, by the figures of the experiments. A case whose figure was not measured is left out. */
export function conclusionsOf(records: readonly ExperimentRecord[]): Conclusions {
  const found = new Map<CaseId, Concluded>();
  for (const one of conclusionCases) {
    const source = figuresNamed(one.figure, records);
    const ranking = source && rankServers(source.measured, one.better);
    if (ranking === undefined || source === undefined) continue;
    const servers = source.measured.map(({ server }) => server);
    found.set(one.id, { ...one, ...ranking, servers, experiment: source.experiment });
  }
  return { which: tableOf([...found.values()]), sentences: conclusionSentences(found), claim: judgeWhichWhen(found) };
}

interface Source {
  readonly experiment: string;
  readonly measured: readonly Measured[];
}

function figuresNamed(name: string, records: readonly ExperimentRecord[]): Source | undefined {
  for (const { id, outcome } of records) {
    const figures = outcome.status === 'done' ? outcome.findings.figures[name] : undefined;
    if (figures === undefined) continue;
    return { experiment: id, measured: Object.entries(figures).map(([server, figure]) => ({ server, figure })) };
  }
  return undefined;
}

function tableOf(concluded: readonly Concluded[]): Table {
  return {
    title: { en: 'Which approach for which case', 'pt-BR': 'Qual abordagem para qual caso' },
    columns: [
      { en: 'case', 'pt-BR': 'caso' },
      { en: 'best', 'pt-BR': 'melhor' },
      { en: 'its figure', 'pt-BR': 'seu valor' },
      { en: 'the worst’s', 'pt-BR': 'o do pior' },
      { en: 'experiment', 'pt-BR': 'experimento' },
    ],
    rows: concluded.map(({ title, best, servers, bestFigure, worstFigure, experiment }) => [
      title,
      best.length === servers.length ? { en: 'no difference', 'pt-BR': 'sem diferença' } : best.join(', '),
      bestFigure,
      worstFigure,
      experiment,
    ]),
  };
}
