import { type ExperimentRecord, type Findings, quantity } from '#record';
import type { ComponentChildren, VNode } from 'preact';
import { barsChart } from '../charts/bars-chart.ts';
import { curvesChart } from '../charts/curves-chart.ts';
import { timelineChart } from '../charts/timeline-chart.ts';
import { el } from '../element.ts';
import type { View } from '../view.ts';
import { dataTable } from './data-table.ts';
import { figure } from './figure.ts';
import { sentence } from './sentence.ts';
import { traceDetails } from './trace-details.ts';
import { verdictBadge } from './verdict-badge.ts';

/** One experiment: the question, what it came to, how it was tried, and everything that was seen. */
export function experiment(view: View, record: ExperimentRecord): VNode {
  const { texts } = view;
  const { outcome } = record;
  return el(
    'article',
    { id: record.id, class: `experiment ${outcome.status}`, 'aria-labelledby': `${record.id}-title` },
    el('h3', { id: `${record.id}-title` }, view.say(record.title), ' ', el('code', { class: 'id' }, record.id)),
    el(
      'p',
      { class: 'question' },
      el('span', { class: 'hidden' }, `${texts.experiment.question}: `),
      view.say(record.question),
    ),
    outcome.status === 'done'
      ? el(
          'p',
          { class: 'answer' },
          el('strong', { class: 'label' }, texts.experiment.answer),
          ' ',
          sentence(view, outcome.findings.answer),
        )
      : el(
          'p',
          { class: 'answer not-done' },
          el('strong', { class: 'label' }, texts.experiment[outcome.status]),
          ' ',
          sentence(view, outcome.reason),
        ),
    judged(view, record),
    el(
      'p',
      { class: 'method' },
      el('strong', { class: 'label' }, texts.experiment.method),
      ' ',
      sentence(view, record.method),
      outcome.status === 'done' &&
        el('span', { class: 'took' }, ` (${texts.experiment.took} `, figure(view, quantity(record.took, 'ms')), ')'),
    ),
    outcome.status === 'done' && found(view, record.id, outcome.findings),
  );
}

function found(view: View, id: string, { links, timelines, charts, tables, notes, traces }: Findings): ComponentChildren {
  return [
    links.map(({ text, href }) => el('p', { class: 'link' }, el('a', { href }, view.say(text)))),
    timelines.map((timeline, index) => timelineChart(view, timeline, `${id}-timeline-${index + 1}`)),
    charts.map((chart, index) =>
      chart.kind === 'curves'
        ? curvesChart(view, chart, `${id}-chart-${index + 1}`)
        : barsChart(view, chart, `${id}-chart-${index + 1}`),
    ),
    tables.map((table) => dataTable(view, table)),
    notes.length > 0 &&
      el(
        'div',
        { class: 'notes' },
        el('h4', {}, view.texts.experiment.notes),
        el(
          'ul',
          {},
          notes.map((note) => el('li', {}, sentence(view, note))),
        ),
      ),
    traces.map((trace) => traceDetails(view, trace)),
  ];
}

function judged(view: View, { id }: ExperimentRecord): VNode | false {
  const claims = view.record.claims.filter((claim) => claim.experiment === id);
  return (
    claims.length > 0 &&
    el(
      'ul',
      { class: 'judged', 'aria-label': view.texts.experiment.claims },
      claims.map((claim) =>
        el(
          'li',
          {},
          verdictBadge(view, claim.verdict),
          ' ',
          el('a', { href: `#claim-${claim.id}` }, view.say(claim.claim)),
        ),
      ),
    )
  );
}
