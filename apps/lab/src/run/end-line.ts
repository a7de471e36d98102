import type { Step, StepEnd } from '#experiments';
import { writeStatement } from '#record';
import type { RunCatalogue } from './catalogue.ts';

/** What came of a step, in a line: its id and its answer, with the figures as the report writes them, or why there is none. */
export function endLine({ id, title }: Step, end: StepEnd | undefined, { locale, came }: RunCatalogue): string {
  if (end === undefined) return title[locale];
  return came[end.status](id ?? title[locale], writeStatement(end.says, locale));
}

/** The same of a step that was under way when the run was stopped. */
export function stoppedLine({ id, title }: Step, { locale, stopped }: RunCatalogue): string {
  return `${id ?? title[locale]}: ${stopped}`;
}
