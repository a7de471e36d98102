import { styleText } from 'node:util';
import type { Advice, Fit, Question } from '#experiments';
import { type RunRecord, writeStatement, writeValue } from '#record';
import type { AdviseCatalogue } from './catalogue.ts';
import { type Cell, columns, wrap } from '../shared/columns.ts';

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
  const { server, load, reply, memory, lost, killed, fit } = heads;
  const head = [{ text: server }, right(load), right(reply), right(memory), right(lost), right(killed), { text: fit }].map(
    (cell): Cell => ({ ...cell, paint: (text) => styleText('dim', text) }),
  );
  const rows = advice.predictions.map((one): readonly Cell[] => [
    { text: one.server },
    right(write(one.load, one.load < unwieldy ? 'share' : 'ratio')),
    right(`${write(one.reply.from, 'ms')} – ${write(one.reply.to, 'ms')}`),
    right(one.memory === undefined ? '–' : write(one.memory, 'bytes')),
    right(write(one.lost, 'share')),
    right(write(one.lostByKill, 'share')),
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
    columns([head, ...rows], { width, flexible: 6 }),
    advice.reasons.map((reason, index) => lines(writeStatement(reason, locale), index === 0 ? bold : undefined)).join(''),
    lines(sure[advice.sure]) + advice.doubts.map((doubt) => item(writeStatement(doubt, locale))).join(''),
    lines(catalogue.source({ file, date, cpu: environment.cpu, cores: write(environment.cores, 'count') })),
  ].join('\n');
}

function askedWords(asked: Question, { question, questionOfRate, bounds, locale }: AdviseCatalogue): string {
  const { clients, hold, cpu, messages, rate, cores, replyWithin, memory } = asked;
  const common = {
    clients: writeValue(clients, 'count', locale),
    hold: writeValue(hold, 'ms', locale),
    cpu: cpu === 0 ? '0 ms' : writeValue(cpu, 'ms', locale),
    cores: writeValue(cores, 'count', locale),
  };
  return [
    rate === undefined
      ? question({ ...common, messages: writeValue(messages, 'count', locale) })
      : questionOfRate({ ...common, rate: writeValue(rate, 'per-second', locale) }),
    ...(replyWithin === undefined ? [] : [bounds.replyWithin(writeValue(replyWithin, 'ms', locale))]),
    ...(memory === undefined ? [] : [bounds.memory(writeValue(memory, 'bytes', locale))]),
  ].join(' ');
}
