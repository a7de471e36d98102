import { stripVTControlCharacters, styleText } from 'node:util';
import { type FigureId, isLimited } from '#bench';
import { escapeLine } from '#command-line';
import { type BenchRecord, type BenchResult, type BenchScenario, pinWords, wasLoaded, writeFigure, writeQuantity, writeStatement, writeValue } from '#record';
import type { BenchCatalogue } from './catalogue.ts';
import { type Cell, columns, wrapped } from '../shared/columns.ts';
import { shellLines } from '../shared/shell-lines.ts';

/** Beside the headline, the first of these that a scenario has. */
const besides: readonly FigureId[] = [
  'memory', 'cpu-connection', 'rate', 'rate-connections', 'p50', 'p99', 'p99.9', 'service-p99.9', 'loop-delay-p90', 'cpu',
];
const mostBesides = 4;

/** What was measured, for a person at a terminal: a table for each scenario, in lines of at most `width` characters. */
export function benchTable(record: BenchRecord, catalogue: BenchCatalogue, width: number): string {
  const { rounds, size, baseline, pin, skipped, environment, scenarios } = record;
  const { locale } = catalogue;
  const busy = Math.max(environment.busy?.before ?? 0, environment.busy?.after ?? 0);
  const remarks = [
    ...skipped.map(({ server, reason }) => catalogue.skipped(server, writeStatement(reason, locale))),
    ...(scenarios.some(({ results }) => results.some(({ generator }) => generator?.limited)) ? [catalogue.limited] : []),
    ...(wasLoaded(environment) ? [catalogue.loaded(writeValue(busy, 'share', locale))] : []),
  ];
  return [
    wrapped(catalogue.head(rounds, catalogue.sizes[size], baseline, pinWords[pin][locale]), width),
    ...scenarios.filter(({ results }) => results.length > 0).map((scenario) => scenarioTable(record, scenario, catalogue, width)),
    ...(remarks.length > 0 ? [remarks.map((remark) => wrapped(remark, width)).join('')] : []),
    `${wrapped(catalogue.repeat, width)}${repeatLines(record, width)}`,
  ].join('\n');
}

function scenarioTable(record: BenchRecord, scenario: BenchScenario, catalogue: BenchCatalogue, width: number): string {
  const { locale } = catalogue;
  const { id, title, description, headline, figures, results, without } = scenario;
  const shown = besides.filter((one) => figures.includes(one) && one !== headline).slice(0, mostBesides);
  const label = (figure: string): Cell => ({
    text: record.figures.find((one) => one.id === figure)?.label[locale] ?? figure,
    right: true,
    wraps: true,
  });
  const head: Cell[] = [{ text: catalogue.columns.server }, label(headline), { text: catalogue.columns.ratio }, ...shown.map(label)].map(
    (cell) => ({ ...cell, paint: (text) => styleText('dim', text) }),
  );
  const rows = results.map((result): Cell[] => [
    { text: result.server },
    { text: written(result, headline, catalogue, true), right: true },
    { text: ratioText(result, headline, record.baseline, catalogue) },
    ...shown.map((one) => ({ text: written(result, one, catalogue, false), right: true })),
  ]);
  const reasons = Map.groupBy(without, ({ reason }) => writeStatement(reason, locale));
  const notes = [...reasons].map(([reason, servers]) => catalogue.without(servers.map(({ server }) => server).join(', '), reason));
  const name = escapeLine(title[locale]);
  const about = wrapped(`${name} (${id}): ${writeStatement(description, locale)}`, width);
  return (
    styleText('bold', about.slice(0, name.length)) +
    about.slice(name.length) +
    figuresTable(head, rows, width) +
    notes.map((note) => wrapped(note, width)).join('')
  );
}

/** A line for each server; where their names leave too little room, each above its figures. */
function figuresTable(head: readonly Cell[], rows: readonly (readonly Cell[])[], width: number): string {
  const fit = { width, flexible: 2 };
  const table = columns([head, ...rows], fit);
  if (stripVTControlCharacters(table).split('\n').every((line) => line.length <= width)) return table;
  const apart = rows.flatMap(([server = { text: '' }, ...figures]) => [[{ ...server, alone: true }], [{ text: '' }, ...figures]]);
  return columns([head, ...apart], fit);
}

/** The command of the run, to which flags may be added. */
function repeatLines({ command }: BenchRecord, width: number): string {
  const open = command.includes(' -- ') ? command : `${command} --`;
  return shellLines(escapeLine(open), width).map((line) => `${line}\n`).join('');
}

/** A figure's median, and where there is room for it, the range of its rounds. */
function written(result: BenchResult, id: string, { locale }: BenchCatalogue, range: boolean): string {
  const figure = result.figures[id];
  if (figure === undefined) return '–';
  const text = range ? writeQuantity(figure, locale) : writeFigure(figure, locale);
  return isLimited(result, id) ? `${text}*` : text;
}

function ratioText({ server, ratios }: BenchResult, id: string, baseline: string, { locale, notToldApart, oneRound }: BenchCatalogue): string {
  if (server === baseline) return writeValue(1, 'ratio', locale);
  const found = ratios[id];
  if (found === undefined) return '–';
  const { value, low = value, high = value } = found.ratio;
  const range = `${writeValue(value, 'ratio', locale)} (${writeValue(low, 'plain', locale)}–${writeValue(high, 'plain', locale)})`;
  if (found.ratio.repeats === undefined) return `${writeValue(value, 'ratio', locale)} ${oneRound}`;
  return found.different ? range : `${range} ${notToldApart}`;
}
