import { el } from '#page';
import type { VNode } from 'preact';
import { reportOrder } from '../report-order.ts';
import type { View } from '../view.ts';
import { writeDate } from '../write-date.ts';
import { bench } from './bench.ts';
import { bridgeSection } from './bridge-section.ts';
import { claims } from './claims.ts';
import { contents } from './contents.ts';
import { environment } from './environment.ts';
import { experiment } from './experiment.ts';
import { list } from './list.ts';
import { missing } from './missing.ts';
import { gaps, warnings } from './notices.ts';
import type { Section } from './section.ts';
import { summary } from './summary.ts';

/** The whole page, its body. A new part of it is one more section in the list. */
export function page(view: View): VNode {
  const { record, texts } = view;
  // Where nothing was tried but the bench, there is nothing else to sum up.
  const tried = view.bench === undefined || record.experiments.length > 0;
  const sections = [
    ...(tried ? [summary(view), bridgeSection(view), claims(view)] : []),
    ...experiments(view),
    bench(view),
    ...(tried ? [missing(view)] : []),
    environment(view),
  ].filter((section) => section !== undefined);
  const [first, ...rest] = sections;
  return el(
    'body',
    {},
    first && el('a', { class: 'skip', href: `#${first.id}` }, texts.skip),
    el('header', {}, el('h1', {}, texts.title), facts(view)),
    el(
      'main',
      {},
      first && [
        el('div', { class: 'first' }, warnings(view), sectionElement(first), gaps(view)),
        contents(view, [first, ...rest]),
        el('div', { class: 'rest' }, rest.map(sectionElement)),
      ],
    ),
  );
}

function experiments(view: View): Section[] {
  const { texts, say, record } = view;
  const { parts, further } = reportOrder(record.experiments);
  return [
    { id: 'parts', title: texts.experiment.parts, of: parts },
    { id: 'further', title: texts.experiment.further, of: further },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ id, title, of }) => ({
      id,
      title,
      parts: of.map((each) => ({ id: each.id, title: say(each.title) })),
      content: el(
        'div',
        {},
        of.map((each) => experiment(view, each)),
      ),
    }));
}

function sectionElement({ id, title, content }: Section): VNode {
  return el('section', { id, 'aria-labelledby': `${id}-title` }, el('h2', { id: `${id}-title` }, title), content);
}

function facts({ record, texts, language }: View): VNode {
  const { node, cores } = record.environment;
  const parts = [
    record.course && el('bdi', {}, record.course),
    record.author && el('bdi', {}, record.author),
    el('time', { datetime: record.startedAt }, writeDate(record.startedAt, language)),
    `${texts.environment.size.toLowerCase()}: ${texts.size[record.size]}`,
    `Node ${node.replace(/^v/, '')}`,
    `${cores} ${texts.environment.cores.toLowerCase()}`,
  ].filter((part) => part !== undefined);
  return list(parts, { class: 'inline meta' });
}
