import { type Cell, type ExperimentRecord, figureOf, type Findings, type RunRecord, type Table } from '#record';
import { tableOf } from '../findings/table-of.ts';
import { type Concluded, conclusionCases, type ConclusionCase } from './conclusion-cases.ts';
import { conclusionSentences } from './conclusion-sentences.ts';
import type { Judgement } from '../running/experiment.ts';
import { judgeWhichWhen } from './judge-which-when.ts';
import { rankServers } from './rank-servers.ts';

export interface Conclusions {
  readonly which: Table;
  readonly sentences: RunRecord['conclusions']['sentences'];
  /** On the claim that says which approach is for which case; undefined where too little was measured. */
  readonly claim: Judgement | undefined;
}

/** Which approach for which case, by the figures of the experiments. A case whose figure was not measured is left out. */
export function conclusionsOf(records: readonly ExperimentRecord[]): Conclusions {
  const found = new Map<string, Concluded>();
  for (const [id, one] of Object.entries<ConclusionCase>(conclusionCases)) {
    const [source] = records.flatMap(({ id: experiment, outcome }) => {
      const measured = outcome.status === 'done' ? outcome.findings.figures[one.figure] : undefined;
      return measured === undefined ? [] : [{ experiment, measured }];
    });
    const concluded = source && concludedOf(one, source.measured, source.experiment);
    if (concluded !== undefined) found.set(id, concluded);
  }
  return { which: whichTable([...found.values()]), sentences: conclusionSentences(found), claim: judgeWhichWhen(found) };
}

function concludedOf(one: ConclusionCase, measured: Findings['figures'][string], experiment: string): Concluded | undefined {
  const ranking = rankServers(measured, one.better);
  if (ranking === undefined) return undefined;
  const { best, worst } = ranking;
  return {
    ...one,
    ...ranking,
    servers: Object.keys(measured),
    bestFigure: figureOf(one.figure, measured, best),
    worstFigure: worst === undefined ? undefined : figureOf(one.figure, measured, [worst]),
    experiment,
  };
}

function whichTable(all: readonly Concluded[]): Table {
  const apart = ({ best, worst }: Concluded): Cell => (worst ? best.join(', ') : { en: 'not told apart', 'pt-BR': 'não se distinguem' });
  return tableOf({ en: 'Which approach for which case', 'pt-BR': 'Qual abordagem para qual caso' }, all, [
    { en: 'case', 'pt-BR': 'caso', cell: ({ title }) => title },
    { en: 'best', 'pt-BR': 'melhor', cell: apart },
    { en: 'figure', 'pt-BR': 'valor', cell: ({ bestFigure }) => bestFigure },
    { en: 'worst', 'pt-BR': 'pior', cell: ({ worst }) => worst ?? null },
    { en: 'its figure', 'pt-BR': 'valor dela', cell: ({ worstFigure }) => worstFigure ?? null },
    { en: 'experiment', 'pt-BR': 'experimento', cell: ({ experiment }) => experiment },
  ]);
}
