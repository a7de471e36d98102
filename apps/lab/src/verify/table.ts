import { escapeLine, formatDuration } from '#command-line';
import type { Level, Outcome } from '#contract';
import type { VerifyCatalogue } from './catalogue.ts';
import { usualCause, whyNotPassed } from './why-not-passed.ts';

/** Lines of the table, one a clause, aligned for these ids. */
export class VerifyTable {
  readonly #catalogue: VerifyCatalogue;
  readonly #idWidth: number;
  readonly #resultWidth: number;
  #level: Level | undefined;

  constructor(ids: readonly string[], catalogue: VerifyCatalogue) {
    const { columns, results, unsteady } = catalogue;
    this.#catalogue = catalogue;
    this.#idWidth = Math.max(...[columns.clause, ...ids].map((text) => text.length));
    this.#resultWidth = Math.max(...[columns.result, unsteady(2, 3), ...Object.values(results)].map((text) => text.length));
  }

  get head(): string {
    const { clause, result, time } = this.#catalogue.columns;
    return this.#row(clause, result, time.padStart(timeWidth));
  }

  /** What became of a clause, and where it did not pass, why; before the first of a level, which level it is. */
  row(outcome: Outcome): string {
    const { results, unsteady, levels, hint, locale } = this.#catalogue;
    const { clause, took } = outcome;
    const time = took === 0 ? '–' : formatDuration(Math.max(1, Math.round(took)));
    const result = outcome.result === 'unsteady' ? unsteady(outcome.passed, outcome.tries) : results[outcome.result];
    const begin = clause.level === this.#level ? '' : `\n${clause.level}: ${levels[clause.level]}\n`;
    this.#level = clause.level;
    const row = begin + this.#row(clause.id, result, time.padStart(timeWidth));
    const why = whyNotPassed(outcome, this.#catalogue);
    if (why === undefined) return row;
    if (outcome.result === 'not-tried') return `${row}  ${escapeLine(why)}`;
    const cause = usualCause(outcome);
    return [row, clause.title[locale], escapeLine(why), ...(cause === undefined ? [] : [hint(cause[locale])])].join('\n  ');
  }

  /** What was not reached, a line for each reason: whoever reads it wants to know where the server was lost, once. */
  notReached(outcomes: readonly Outcome[]): readonly string[] {
    const unreached = outcomes.filter(({ result }) => result === 'not-reached');
    const reasons = Map.groupBy(unreached, (outcome) => whyNotPassed(outcome, this.#catalogue) ?? '');
    return [...reasons].map(([why, { length }]) => this.#catalogue.notReached(length, escapeLine(why)));
  }

  #row(id: string, result: string, time: string): string {
    return `${id.padEnd(this.#idWidth)}  ${result.padEnd(this.#resultWidth)}  ${time}`;
  }
}

const timeWidth = 8;
