import { styleText } from 'node:util';
import { isLimited } from '#bench';
import { escapeLine } from '#command-line';
import { type BenchRecord, type BenchResult, type BenchScenario, pinWords, wasLoaded, writeStatement, writeValue } from '#record';
import type { BenchCatalogue } from './catalogue.ts';
import { type Cell, columns } from '../shared/columns.ts';

/** Beside the headline, the first of these that a scenario has. */
const besides = ['memory', 'cpu-connection', 'rate', 'rate-connections', 'p50', 'p99', 'p99.9', 'service-p99.9', 'loop-delay', 'cpu'];
const mostBesides = 4;

/** What was measured, for a person at a terminal: a table for each scenario. */
export function benchTable(record: BenchRecord, catalogue: BenchCatalogue): string {
  const { rounds, size, baseline, pin, skipped, environment, scenarios } = record;
  const { locale } = catalogue;
  const busy = Math.max(environment.busy?.before ?? 0, environment.busy?.after ?? 0);
  const remarks = [
    ...skipped.map(({ server, reason }) => catalogue.skipped(server, writeStatement(reason, locale))),
    ...(scenarios.some(({ results }) => results.some(({ generator }) => generator?.limited)) ? [catalogue.limited] : []),
    ...(wasLoaded(environment) ? [catalogue.loaded(writeValue(busy, 'share', locale))] : []),
  ];
  return [
    `${escapeLine(catalogue.head(rounds, catalogue.sizes[size], baseline, pinWords[pin][locale]))}\n`,
    ...scenarios.filter(({ results }) => results.length > 0).map((scenario) => scenarioTable(record, scenario, catalogue)),
    ...(remarks.length > 0 ? [`${remarks.map(escapeLine).join('\n')}\n`] : []),
  ].join('\n');
}

function scenarioTable(record: BenchRecord, scenario: BenchScenario, catalogue: BenchCatalogue): string {
  const { locale } = catalogue;
  const { title, description, headline, figures, results, without } = scenario;
  const shown = besides.filter((id) => figures.includes(id) && id !== headline).slice(0, mostBesides);
  const label = (id: string): Cell => ({ text: record.figures.find((one) => one.id === id)?.label[locale] ?? id, right: true });
  const head: Cell[] = [
    { text: catalogue.columns.server },
    label(headline),
    { text: catalogue.columns.ratio },
    ...shown.map(label),
    { text: catalogue.columns.repeat },
  ].map((cell) => ({ ...cell, paint: (text) => styleText('dim', text) }));
  const rows = results.map((result): Cell[] => [
    { text: result.server },
    { text: written(result, headline, catalogue, true), right: true },
    { text: ratioText(result, headline, record.baseline, catalogue) },
    ...shown.map((id) => ({ text: written(result, id, catalogue, false), right: true })),
    { text: result.command.replace(/^npm run bench -- /, '') },
  ]);
  const reasons = Map.groupBy(without, ({ reason }) => writeStatement(reason, locale));
  const notes = [...reasons].map(([reason, servers]) => catalogue.without(servers.map(({ server }) => server).join(', '), reason));
  return (
    `${styleText('bold', escapeLine(title[locale]))}: ${writeStatement(description, locale)}\n` +
    columns([head, ...rows]) +
    notes.map((note) => `${escapeLine(note)}\n`).join('')
  );
}

/** A figure's median, and where there is room for it, the range of its rounds. */
function written(result: BenchResult, id: string, { locale }: BenchCatalogue, range: boolean): string {
  const figure = result.figures[id];
  if (figure === undefined) return '–';
  const { value, unit, low, high } = figure;
  const mark = isLimited(result, id) ? '*' : '';
  const text = `${writeValue(value, unit, locale)}${mark}`;
  if (!range || low === undefined || high === undefined) return text;
  return `${text} (${writeValue(low, unit, locale)}–${writeValue(high, unit, locale)})`;
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
