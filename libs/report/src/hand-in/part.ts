import { type Findings, highOf, joined, lowOf, type Quantity, type RunRecord, type Statement, statement } from '#record';
import { inAll } from '../texts/in-all.ts';
import type { HandInSection } from './section.ts';

/** What a part found. */
export function findingsOf({ experiments }: RunRecord, number: number): Findings | undefined {
  const outcome = experiments.find(({ id }) => id === `part-${number}`)?.outcome;
  return outcome?.status === 'done' ? outcome.findings : undefined;
}

/** One of the four parts: what it found, as `tell` has it; else, in a sentence, why there is nothing. */
export function partOf(record: RunRecord, number: number, tell: (findings: Findings) => Partial<HandInSection>): HandInSection {
  const id = `part-${number}`;
  const experiment = record.experiments.find((one) => one.id === id);
  const title = experiment?.title ?? inAll(({ markdown }) => markdown.part(number));
  const findings = findingsOf(record, number);
  return { id, title, ...(findings === undefined ? { intro: [whyGone(record, experiment?.outcome)] } : tell(findings)) };
}

function whyGone({ interrupted }: RunRecord, outcome: RunRecord['experiments'][number]['outcome'] | undefined): Statement {
  if (outcome === undefined || outcome.status === 'done')
    return statement(inAll(({ markdown, notice }) => (interrupted ? notice.interrupted : markdown.nothing)));
  return joined([statement(inAll((texts) => `${texts.experiment[outcome.status]}:`)), outcome.reason]);
}

/** The servers that have a figure, in the order in which they were tried. */
export function serversWith({ figures }: Findings, figure: string): readonly string[] {
  return Object.keys(figures[figure] ?? {});
}

/** The figure of a server, undefined where it has none, whatever it is called. */
export function figureAt({ figures }: Findings, figure: string, server: string): Quantity | undefined {
  return new Map(Object.entries(figures[figure] ?? {})).get(server);
}

/** Whether one of two clients waited for the other to leave: in every round, in none, or now and then. */
export function waitedOut(wait: Quantity, hold: Quantity): 'always' | 'never' | 'sometimes' {
  if (highOf(wait) < hold.value / 2) return 'never';
  return lowOf(wait) > hold.value / 2 ? 'always' : 'sometimes';
}
