import { type BenchRecord, type BenchScenario, pinWords, quantity } from '#record';
import type { VNode } from 'preact';
import { benchCharts } from '../bench/bench-charts.ts';
import { benchOverview } from '../bench/bench-overview.ts';
import { benchTable } from '../bench/bench-table.ts';
import { limitedNote } from '../bench/limited-note.ts';
import { chart } from '../charts/chart.ts';
import { chartTable } from '../charts/chart-table.ts';
import { el } from '#page';
import type { View } from '../view.ts';
import { writeDate } from '../write-date.ts';
import { dataTable } from './data-table.ts';
import { disclosure } from './disclosure.ts';
import { figure } from './figure.ts';
import { list } from './list.ts';
import type { Section } from './section.ts';
import { sentence } from './sentence.ts';

/** What each server costs beside the others; undefined where that was not measured. */
export function bench(view: View): Section | undefined {
  const { bench: record, texts, say, language } = view;
  if (record === undefined) return undefined;
  const { bench: words } = texts;
  const measured = record.scenarios.filter(({ results }) => results.length > 0);
  const { busy, cpu, cores } = record.environment;
  // Beside a run's experiments, all loads are seen at once, and what is behind that is folded.
  const open = view.unfolded || measured.length === 1 || view.record.experiments.length === 0;
  return {
    id: 'bench',
    title: words.title,
    parts: measured.map(({ id, title }) => ({ id: `bench-${id}`, title: say(title) })),
    content: el(
      'div',
      {},
      el('p', {}, words.intro(record.baseline)),
      list(
        [
          el('time', { datetime: record.startedAt }, writeDate(record.startedAt, language)),
          texts.size[record.size],
          [`${words.rounds}: `, figure(view, quantity(record.rounds, 'count'))],
          say(pinWords[record.pin]),
          [`${cpu}, ${texts.environment.cores.toLowerCase()}: `, figure(view, quantity(cores, 'count'))],
          busy && [`${texts.environment.busy}: `, figure(view, quantity(Math.max(busy.before, busy.after), 'share'))],
        ].filter((part) => part !== undefined),
        { class: 'inline meta' },
      ),
      el('p', {}, texts.experiment.repeat, ': ', el('code', { class: 'command' }, record.command)),
      (record.interrupted || record.failure) &&
        el(
          'p',
          { class: 'warning' },
          texts.notice.interrupted,
          record.failure && [' ', sentence(view, record.failure)],
        ),
      record.skipped.length > 0 &&
        list(record.skipped.map(({ server, reason }) => [`${words.skipped} ${server}: `, sentence(view, reason)])),
      measured.length > 1 && dataTable(view, benchOverview(record, measured)),
      measured.map((scenario) => load({ ...view, unfolded: open }, record, scenario)),
    ),
  };
}

/** One load: charts, every figure, and what repeats it. */
function load(view: View, record: BenchRecord, scenario: BenchScenario): VNode {
  const { texts, say } = view;
  const id = `bench-${scenario.id}`;
  const charts = benchCharts(record, scenario);
  // The ratios stand in the table of all figures.
  const tables = [benchTable(record, scenario), ...charts.filter(({ kind }) => kind === 'curves').map(chartTable)];
  return el(
    'article',
    { id, class: 'load', 'aria-labelledby': `${id}-title` },
    disclosure(
      view,
      el('h3', { id: `${id}-title` }, say(scenario.title)),
      el('p', { class: 'method' }, sentence(view, scenario.description)),
      limitedNote(view, scenario).map((note) => el('p', {}, note)),
      el(
        'div',
        { class: 'found' },
        charts.map((drawn, index) => chart(view, drawn, `${id}-chart-${index + 1}`)),
      ),
      tables.map((table) => dataTable(view, table)),
      el('p', {}, texts.experiment.repeat, ':'),
      list(scenario.results.map(({ command }) => el('code', { class: 'command' }, command))),
      scenario.without.length > 0 &&
        list(scenario.without.map(({ server, reason }) => [`${server}: `, sentence(view, reason)])),
    ),
  );
}
