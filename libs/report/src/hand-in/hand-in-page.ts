import { el } from '#page';
import type { VNode } from 'preact';
import { timelinesChart } from '../charts/timelines-chart.ts';
import { dataTable, stackingTable } from '../page/data-table.ts';
import { list } from '../page/list.ts';
import { warnings } from '../page/notices.ts';
import { sentence } from '../page/sentence.ts';
import type { View } from '../view.ts';
import { factsOf } from './facts.ts';
import { handIn } from './hand-in.ts';
import type { HandInSection } from './section.ts';

/** The page to hand in, its body: two pages of paper. */
export function handInPage(view: View): VNode {
  return el(
    'body',
    { class: 'hand-in' },
    el(
      'header',
      {},
      el('h1', {}, view.texts.markdown.title),
      el(
        'dl',
        { class: 'facts' },
        factsOf(view).map(({ name, value, code }) =>
          el('div', { class: code === true ? 'typed' : undefined }, el('dt', {}, name), el('dd', {}, code === true ? el('code', { class: 'command' }, value) : el('bdi', {}, value))),
        ),
      ),
    ),
    el('main', {}, warnings(view), handIn(view.record).map((one) => section(view, one)), el('p', { class: 'source' }, view.texts.handIn.figures)),
  );
}

function section(view: View, { id, title, intro = [], answers = [], timelines = [], serverLanes = false, tables = [], sentences = [] }: HandInSection): VNode {
  return el(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    el('h2', { id: `${id}-title` }, view.say(title)),
    intro.length > 0 && el('p', {}, intro.map((one) => [sentence(view, one), ' '])),
    answers.length > 0 &&
      list(answers.map(({ question, answer }) => [el('strong', {}, view.say(question)), ' ', sentence(view, answer)]), { class: 'answers' }),
    timelines.length > 0 &&
      timelinesChart(view, timelines, { id: `${id}-timeline`, title: view.texts.timeline.together, sides: serverLanes ? 'both' : 'clients' }),
    tables.map((one) => (one.changedCode === true ? dataTable(view, one) : stackingTable(view, one))),
    sentences.length > 0 && list(sentences.map((one) => sentence(view, one))),
  );
}
