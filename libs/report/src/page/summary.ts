import { el } from '#page';
import type { Chart, ExperimentRecord, Statement } from '#record';
import type { VNode } from 'preact';
import { chart } from '../charts/chart.ts';
import { timelinesChart } from '../charts/timelines-chart.ts';
import type { View } from '../view.ts';
import { stackingTable } from './data-table.ts';
import { list } from './list.ts';
import type { Section } from './section.ts';
import { sentence } from './sentence.ts';

/** The experiment whose timelines open the page. */
const firstPicture = 'part-4';

/** The figures that are drawn beside what is said of them: who waits, what computing does, what a connection costs, who is lost. */
const drawn = ['total-for-n-clients', 'speed-up', 'memory-connection', 'lost-with-a-worker'];

/** What a person sees in half a minute: who waits for whom, what was found, which approach for which case. */
export function summary(view: View): Section {
  const { texts, record } = view;
  const { sentences, which } = record.conclusions;
  const found = drawn.flatMap((figure) => {
    const shown = chartOf(record.experiments, figure);
    return shown === undefined ? [] : [{ ...shown, said: sentences.find((one) => isAbout(one, figure)) }];
  });
  const others = sentences.filter((one) => !found.some(({ said }) => said === one));
  return {
    id: 'summary',
    title: texts.summary.title,
    content: el(
      'div',
      {},
      firstPictureOf(view),
      sentences.length + found.length > 0 && [
        el('h3', {}, texts.summary.headlines),
        el(
          'div',
          { class: 'headlines found' },
          found.map(({ said, experiment, chart: shown }, index) =>
            el(
              'div',
              {},
              said && el('p', { class: 'headline' }, el('a', { href: `#${experiment}` }, sentence(view, said))),
              chart(view, shown, `summary-chart-${index + 1}`),
            ),
          ),
        ),
        others.length > 0 && list(others.map((one) => sentence(view, one)), { class: 'more-headlines' }),
      ],
      which.rows.length > 0 && el('div', { class: 'which' }, stackingTable(view, which)),
    ),
  };
}

/** Two clients that hold, on each server, and what that proves; nothing where it was not tried. */
function firstPictureOf(view: View): VNode | false {
  const { experiments } = view.record;
  const outcome = experiments.find(({ id }) => id === firstPicture)?.outcome;
  if (outcome?.status !== 'done' || outcome.findings.timelines.length === 0) return false;
  const { headline, answer, timelines, figures } = outcome.findings;
  return el(
    'div',
    { class: 'first-picture' },
    el('p', { class: 'proves' }, sentence(view, headline ?? answer)),
    timelinesChart(view, timelines, {
      id: 'summary-timeline',
      title: view.texts.timeline.first,
      sides: 'clients',
      figures: { label: view.texts.timeline.bothDone, by: figures['two-clients-total'] },
    }),
  );
}

function chartOf(experiments: readonly ExperimentRecord[], figure: string): { readonly experiment: string; readonly chart: Chart } | undefined {
  return experiments
    .flatMap(({ id, outcome }) =>
      outcome.status === 'done' ? outcome.findings.charts.map((one) => ({ experiment: id, chart: one })) : [],
    )
    .find(({ chart: one }) => one.shows === figure);
}

/** `memory-connection-served` is the one of those that serve side by side. */
function isAbout({ figures }: Statement, figure: string): boolean {
  return Object.values(figures).some(({ of }) => of?.figure.startsWith(figure));
}
