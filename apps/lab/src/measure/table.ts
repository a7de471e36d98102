import { escapeLine, formatDuration } from '#command-line';
import type { LoadPlan, Summary } from '#measure';
import type { MeasureCatalogue } from './catalogue.ts';

export interface MeasureReport {
  readonly load: LoadPlan;
  readonly rounds: number;
  readonly summaries: readonly Summary[];
}

/** What was measured as an aligned table, for a person. */
export function measureTable({ load, rounds, summaries }: MeasureReport, catalogue: MeasureCatalogue): string {
  const { columns, locale } = catalogue;
  const fewer = (summary: Summary): boolean => summary.connections !== load.connections;
  const rows = summaries.map((summary) => [
    fewer(summary) ? `${summary.server} *` : summary.server,
    microseconds(summary.cpu.total, locale),
    microseconds(summary.cpu.user, locale),
    microseconds(summary.cpu.system, locale),
    summary.ratio === undefined ? '–' : fixed(summary.ratio, 2, locale),
    fixed(summary.messagesPerSecond, 0, locale),
    `${fixed(summary.pss.before / 1e6, 1, locale)} MB`,
    `${fixed(summary.pss.after / 1e6, 1, locale)} MB`,
  ]);
  const { server, cpu, user, system, ratio, rate, pssBefore, pssAfter } = columns;
  const table = align([[server, cpu, user, system, ratio, rate, pssBefore, pssAfter], ...rows]);
  const notes = summaries.some(fewer) ? `\n${catalogue.oneConnection}\n` : '';
  return `${headline(load, rounds, catalogue)}\n\n${table}${notes}`;
}

/** CPU time of a message: as many digits as a clock tick of 10 ms is worth over a few seconds. */
export function microseconds(value: number, locale: string): string {
  return fixed(value, value < 10 ? 2 : 1, locale);
}

/** A number with so many decimals and its thousands set apart. */
export function fixed(value: number, digits: number, locale: string): string {
  return value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function headline(load: LoadPlan, rounds: number, catalogue: MeasureCatalogue): string {
  const { mode, connections, inFlight, size, limit } = load;
  const timed = 'duration' in limit;
  const words = timed ? formatDuration(limit.duration) : fixed(limit.messages, 0, catalogue.locale);
  return catalogue.load({ connect: mode === 'connect', connections, inFlight, size, rounds, limit: words, timed });
}

/** The first column to the left, the others, figures, to the right. */
function align(given: readonly (readonly string[])[]): string {
  const rows = given.map((row) => row.map(escapeLine));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}
