import { escapeLine, formatDuration } from '#command-line';
import { type Outcome, type Promises, ServerEnded } from '#contract';
import type { VerifyCatalogue } from './catalogue.ts';

export type Counts = Readonly<Record<Outcome['result'], number>>;

export function countResults(outcomes: readonly Outcome[]): Counts {
  const counts = { passed: 0, failed: 0, 'not-tried': 0, 'not-reached': 0 };
  for (const { result } of outcomes) counts[result]++;
  return counts;
}

/** Lines of the table, one a clause, aligned for these ids. */
export class VerifyTable {
  readonly #catalogue: VerifyCatalogue;
  readonly #idWidth: number;
  readonly #resultWidth: number;

  constructor(ids: readonly string[], catalogue: VerifyCatalogue) {
    const { columns, results } = catalogue;
    this.#catalogue = catalogue;
    this.#idWidth = Math.max(...[columns.clause, ...ids].map((text) => text.length));
    this.#resultWidth = Math.max(...[columns.result, ...Object.values(results)].map((text) => text.length));
  }

  get head(): string {
    const { clause, result, time } = this.#catalogue.columns;
    return this.#row(clause, result, time.padStart(timeWidth));
  }

  /** What became of a clause, and why, where it did not pass. */
  row(outcome: Outcome): string {
    const { results } = this.#catalogue;
    const time = outcome.took === 0 ? '–' : formatDuration(Math.max(1, Math.round(outcome.took)));
    const row = this.#row(outcome.clause.id, results[outcome.result], time.padStart(timeWidth));
    const reason = whyNotPassed(outcome, this.#catalogue);
    if (reason === undefined) return row;
    const why = escapeLine(reason);
    return outcome.result === 'failed' ? `${row}\n  ${why}` : `${row}  ${why}`;
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

function whyNotPassed(outcome: Outcome, { ended, reasons }: VerifyCatalogue): string | undefined {
  if (outcome.result === 'passed') return undefined;
  if (outcome.result !== 'failed') return reasons[outcome.reason.code](outcome.reason.detail ?? '');
  const { error } = outcome;
  if (!(error instanceof ServerEnded)) return error.message;
  return error.cause instanceof Error ? `${ended(error.ended)} (${error.cause.message})` : ended(error.ended);
}

/** For programs. The schema's number changes when a field's meaning does. */
export function verifyJson(server: string, promises: Promises, outcomes: readonly Outcome[], words: VerifyCatalogue): string {
  const clauses = outcomes.map((outcome) => ({
    id: outcome.clause.id,
    title: outcome.clause.title,
    level: outcome.clause.level,
    rule: outcome.clause.rule,
    result: outcome.result,
    milliseconds: Math.round(outcome.took),
    ...(outcome.result === 'passed' ? {} : { reason: whyNotPassed(outcome, words) }),
  }));
  const { 'not-tried': notTried, 'not-reached': notReached, ...counts } = countResults(outcomes);
  return JSON.stringify({ schema: 'echo-lab/verify/1', server, promises, ...counts, notTried, notReached, clauses }, null, 2);
}

/** JUnit's XML, as most continuous-integration servers read it: a test case a clause. */
export function verifyJunit(server: string, outcomes: readonly Outcome[], words: VerifyCatalogue): string {
  const counts = countResults(outcomes);
  const cases = outcomes.map((outcome) => {
    const [topic = '', requirement = ''] = outcome.clause.id.split('/');
    const open = `    <testcase classname="${escape(topic)}" name="${escape(`${requirement}: ${outcome.clause.title}`)}" time="${seconds(outcome.took)}"`;
    const why = whyNotPassed(outcome, words);
    if (why === undefined) return `${open}/>`;
    return `${open}><${outcome.result === 'failed' ? 'failure' : 'skipped'} message="${escape(why)}"/></testcase>`;
  });
  const time = seconds(outcomes.reduce((sum, { took }) => sum + took, 0));
  const figures = `tests="${outcomes.length}" failures="${counts.failed}" skipped="${counts['not-tried'] + counts['not-reached']}" time="${time}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="${escape(`contract of ${server}`)}" ${figures}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(3);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** Text for an XML attribute; what XML 1.0 cannot hold at all becomes `?`. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"\n]/g, (one) => entities[one] ?? one).replaceAll(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?');
}
