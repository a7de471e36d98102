import { el } from '#page';
import { type ExperimentRecord, type Findings, quantity, type Table } from '#record';
import type { ComponentChildren, VNode } from 'preact';
import { belonging } from '../charts/belonging.ts';
import { barsChart, chart } from '../charts/chart.ts';
import { chartTable } from '../charts/chart-table.ts';
import { timelineTable } from '../charts/timeline-table.ts';
import { timelinesChart } from '../charts/timelines-chart.ts';
import type { View } from '../view.ts';
import { dataTable } from './data-table.ts';
import { disclosure } from './disclosure.ts';
import { figure } from './figure.ts';
import { list } from './list.ts';
import { sentence } from './sentence.ts';
import { traceDetails } from './trace-details.ts';
import { verdictBadge } from './verdict-badge.ts';

/** One experiment: the question, what it came to, its charts; how it was tried and everything that was seen is folded. */
export function experiment(view: View, record: ExperimentRecord): VNode {
  const { texts } = view;
  const { outcome, id } = record;
  const findings = outcome.status === 'done' ? outcome.findings : undefined;
  const charts = findings === undefined ? [] : chartsOf(view, id, findings);
  return el(
    'article',
    { id, class: `experiment ${outcome.status}`, 'aria-labelledby': `${id}-title` },
    el('h3', { id: `${id}-title` }, view.say(record.title), ' ', el('code', { class: 'id' }, id)),
    el(
      'div',
      // With one small chart, what was found stands beside it.
      { class: charts.length % 2 === 1 ? 'found beside' : 'found' },
      el(
        'div',
        { class: 'told' },
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
        findings?.links.map(({ text, href }) => el('p', { class: 'link' }, el('a', { href }, view.say(text)))),
      ),
      charts,
    ),
    findings && wideOf(view, id, findings),
    findings?.tables.filter(isCode).map((table) => dataTable(view, table)),
    el(
      'div',
      { class: 'folds' },
      findings && findings.notes.length > 0 && notes(view, findings),
      disclosure(
        view,
        texts.experiment.method,
        el(
          'p',
          {},
          sentence(view, record.method),
          findings && [` (${texts.experiment.took} `, figure(view, quantity(record.took, 'ms')), ')'],
        ),
      ),
      findings && folded(view, findings),
    ),
  );
}

function labelled(name: string, label: string, content: ComponentChildren): VNode {
  return el('p', { class: name }, el('strong', { class: 'label' }, label), ' ', content);
}

/** The charts that take half of the width. */
function chartsOf(view: View, id: string, { charts }: Findings): VNode[] {
  return belonging(charts).flatMap((one, index) => ('kind' in one ? [chart(view, one, `${id}-chart-${index + 1}`)] : []));
}

/** What takes all of it: timelines, and bars side by side. */
function wideOf(view: View, id: string, { charts, timelines }: Findings): ComponentChildren {
  return [
    timelines.length > 0 &&
      timelinesChart(view, timelines, { id: `${id}-timeline`, title: view.texts.timeline.together, sides: 'both' }),
    belonging(charts).map((one, index) => !('kind' in one) && barsChart(view, one, `${id}-chart-${index + 1}`)),
  ];
}

function notes(view: View, findings: Findings): VNode {
  const all = list(findings.notes.map((note) => sentence(view, note)));
  return disclosure(view, view.texts.experiment.notes, el('div', { class: 'notes' }, all));
}

/** Every value, and every moment. */
function folded(view: View, { tables, charts, timelines, traces }: Findings): ComponentChildren {
  const { texts } = view;
  const all = [...tables.filter((table) => !isCode(table)), ...charts.map(chartTable), ...timelines.map(timelineTable)];
  return [
    all.length > 0 && disclosure(view, texts.experiment.tables(all.length), all.map((table) => dataTable(view, table))),
    traces.length > 0 && disclosure(view, texts.experiment.moments, traces.map((trace) => traceDetails(view, trace))),
  ];
}

/** Code is looked at; it is not what is behind a picture. */
function isCode({ changedCode }: Table): boolean {
  return changedCode === true;
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
