import { type ExperimentRecord, type Findings, quantity } from '#record';
import type { ComponentChildren, VNode } from 'preact';
import { chart } from '../charts/chart.ts';
import { timelineChart } from '../charts/timeline-chart.ts';
import { el } from '#page';
import type { View } from '../view.ts';
import { dataTable } from './data-table.ts';
import { figure } from './figure.ts';
import { list } from './list.ts';
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
      ? labelled('answer', texts.experiment.answer, sentence(view, outcome.findings.answer))
      : labelled('answer not-done', texts.experiment[outcome.status], sentence(view, outcome.reason)),
    judged(view, record),
    labelled('method', texts.experiment.method, [
      sentence(view, record.method),
      outcome.status === 'done' &&
        el('span', { class: 'took' }, ` (${texts.experiment.took} `, figure(view, quantity(record.took, 'ms')), ')'),
    ]),
    outcome.status === 'done' && found(view, record.id, outcome.findings),
  );
}

function labelled(name: string, label: string, content: ComponentChildren): VNode {
  return el('p', { class: name }, el('strong', { class: 'label' }, label), ' ', content);
}

function found(view: View, id: string, { links, timelines, charts, tables, notes, traces }: Findings): ComponentChildren {
  return [
    links.map(({ text, href }) => el('p', { class: 'link' }, el('a', { href }, view.say(text)))),
    timelines.map((timeline, index) => timelineChart(view, timeline, `${id}-timeline-${index + 1}`)),
    charts.map((drawn, index) => chart(view, drawn, `${id}-chart-${index + 1}`)),
    tables.map((table) => dataTable(view, table)),
    notes.length > 0 &&
      el(
        'div',
        { class: 'notes' },
        el('h4', {}, view.texts.experiment.notes),
        list(notes.map((note) => sentence(view, note))),
      ),
    traces.map((trace) => traceDetails(view, trace)),
  ];
}

function judged(view: View, { id }: ExperimentRecord): VNode | false {
  const claims = view.record.claims.filter((claim) => claim.experiment === id);
  return (
    claims.length > 0 &&
    list(
      claims.map((claim) => [
        verdictBadge(view, claim.verdict),
        ' ',
        el('a', { href: `#claim-${claim.id}` }, view.say(claim.claim)),
      ]),
      { class: 'judged', 'aria-label': view.texts.experiment.claims },
    )
  );
}
