import { formatDuration } from '#command-line';
import type { LoadPlan, Summary } from '#measure';
import { columns } from '../shared/columns.ts';
import type { MeasureCatalogue } from './catalogue.ts';

export interface MeasureReport {
  readonly load: LoadPlan;
  readonly rounds: number;
  readonly summaries: readonly Summary[];
}

/** What was measured as an aligned table, for a person. */
export function measureTable({ load, rounds, summaries }: MeasureReport, catalogue: MeasureCatalogue): string {
  const { columns: heads, locale } = catalogue;
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
  const { server, cpu, user, system, ratio, rate, pssBefore, pssAfter } = heads;
  const all = [[server, cpu, user, system, ratio, rate, pssBefore, pssAfter], ...rows];
  const table = columns(all.map((row) => row.map((text, column) => ({ text, right: column > 0 }))));
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
