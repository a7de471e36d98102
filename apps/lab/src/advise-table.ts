import { styleText } from 'node:util';
import type { Advice, Fit, Question } from '#experiments';
import { type RunRecord, writeStatement, writeValue } from '#record';
import type { AdviseCatalogue } from './advise-catalogue.ts';
import { type Cell, columns, wrap } from './run-columns.ts';

export interface AdviceText {
  readonly advice: Advice;
  readonly question: Question;
  readonly record: RunRecord;
  /** From which the record was read. */
  readonly file: string;
  /** Of the terminal, in characters. */
  readonly width: number;
}

/** From this load on, `50×` is easier to read than `5,000%`. */
const unwieldy = 10;

const colors = { fits: 'green', tight: 'yellow', overloaded: 'red' } as const satisfies Record<Fit, string>;

/** An advice for a person: what was asked, how each approach would fare, which to take, and how sure that is. */
export function adviseTable({ advice, question, record, file, width }: AdviceText, catalogue: AdviseCatalogue): string {
  const { locale, columns: heads, fit: fits, sure } = catalogue;
  const write = (value: number, unit: Parameters<typeof writeValue>[1]): string => writeValue(value, unit, locale);
  const right = (text: string): Cell => ({ text, right: true });
  const { server, load, reply, memory, lost, fit } = heads;
  const head = [{ text: server }, right(load), right(reply), right(memory), right(lost), { text: fit }].map(
    (cell): Cell => ({ ...cell, paint: (text) => styleText('dim', text) }),
  );
  const rows = advice.predictions.map((one): readonly Cell[] => [
    { text: one.server },
    right(write(one.load, one.load < unwieldy ? 'share' : 'ratio')),
    right(write(one.reply, 'ms')),
    right(one.memory === undefined ? '–' : write(one.memory, 'bytes')),
    right(write(one.lost, 'share')),
    { text: fits[one.fit], paint: (text) => styleText(colors[one.fit], text) },
  ]);
  const lines = (text: string, paint = (line: string): string => line): string =>
    wrap(text, width).map((line) => `${paint(line)}\n`).join('');
  const item = (text: string): string => columns([[{ text: '-' }, { text }]], { width, flexible: 1 });
  const bold = (line: string): string => styleText('bold', line);
  const { environment, startedAt } = record;
  const date = new Date(startedAt).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return [
    lines(askedWords(question, catalogue)),
    columns([head, ...rows], { width, flexible: 5 }),
    advice.reasons.map((reason, index) => lines(writeStatement(reason, locale), index === 0 ? bold : undefined)).join(''),
    lines(sure[advice.sure]) + advice.doubts.map((doubt) => item(writeStatement(doubt, locale))).join(''),
    lines(catalogue.source({ file, date, cpu: environment.cpu, cores: write(environment.cores, 'count') })),
  ].join('\n');
}

function askedWords({ clients, hold, cpu, messages, cores }: Question, { question, locale }: AdviseCatalogue): string {
  return question({
    clients: writeValue(clients, 'count', locale),
    hold: writeValue(hold, 'ms', locale),
    cpu: cpu === 0 ? '0 ms' : writeValue(cpu, 'ms', locale),
    messages: writeValue(messages, 'count', locale),
    cores: writeValue(cores, 'count', locale),
  });
}
