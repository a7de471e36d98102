import { type ComponentChild, h } from 'preact';
import type { Concern } from '../concern.ts';
import { concerns } from '../concerns.ts';
import { placeOf, textOf } from '../excerpt.ts';
import { type Answer, findConcern } from '../find-concern.ts';
import type { Reviewed } from '../reviewed.ts';
import { runtimeExcerpt, type RuntimePlace } from '../runtime-place.ts';
import { excerptView } from './excerpt-view.ts';
import type { PageContext } from './page-context.ts';
import { prose } from './prose.ts';

/** An answer, and the neighbours that give it in the same words. */
interface Cell {
  readonly names: string[];
  readonly answer: Answer;
}

/** What every server must do, and the lines with which each approach does it. */
export function concernsView(context: PageContext): ComponentChild {
  const { words, approaches } = context;
  return h(
    'section',
    { class: 'view', id: 'by-concern' },
    h('h2', null, words.page.byConcern),
    h('p', { class: 'lead' }, words.page.concernsIntro),
    h(
      'div',
      { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': words.page.byConcern },
      h(
        'table',
        { class: 'concerns' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { scope: 'col' }, words.page.mustDo),
            approaches.map(({ approach }) => h('th', { scope: 'col' }, approach.name)),
          ),
        ),
        h(
          'tbody',
          null,
          concerns.map((concern) => concernRow(concern, context)),
        ),
      ),
    ),
  );
}

function concernRow(concern: Concern, context: PageContext): ComponentChild {
  const { locale } = context.words;
  return h(
    'tr',
    { id: `concern-${concern.id}` },
    h('th', { scope: 'row' }, concern.title[locale], h('small', null, concern.question[locale])),
    cellsOf(concern, context.approaches).map((cell) => cellView(cell, context)),
  );
}

function cellsOf(concern: Concern, approaches: readonly Reviewed[]): Cell[] {
  const cells: Cell[] = [];
  for (const { approach, sources, short } of approaches) {
    const answer = findConcern(concern, sources, approach.workers);
    const last = cells.at(-1);
    if (last !== undefined && looks(last.answer) === looks(answer)) last.names.push(short);
    else cells.push({ names: [short], answer });
  }
  return cells;
}

/** What an answer looks like; of a file the name alone, since it lies in another folder in each approach. */
function looks({ own, runtime, note, missing }: Answer): string {
  const places = own.map((excerpt) => [excerpt.source.name, excerpt.from, textOf(excerpt)]);
  return JSON.stringify([places, runtime, note, missing]);
}

function cellView({ names, answer: { own, runtime, note, missing } }: Cell, context: PageContext): ComponentChild {
  const { locale, page } = context.words;
  const content: ComponentChild[] = [
    h('p', { class: 'who' }, names.join(', ')),
    ...own.map((excerpt) => excerptView(excerpt, context)),
    note === undefined ? null : h('p', null, prose(note[locale])),
    missing.length === 0 ? null : h('p', { class: 'missing' }, page.notFound),
    runtime.length === 0
      ? null
      : h(
          'p',
          { class: 'runtime' },
          own.length === 0 ? page.leftToRuntime : page.goesOn,
          runtime.map((place) => [' ', runtimeLink(place, context)]),
        ),
  ];
  return h('td', names.length === 1 ? null : { colSpan: names.length }, content);
}

function runtimeLink(place: RuntimePlace, { root }: PageContext): ComponentChild {
  return h('a', { href: `#${runtimeId(place)}`, title: placeOf(runtimeExcerpt(place, root)) }, runtimeName(place));
}

/** `Acceptor[Symbol.asyncIterator]()`: as it would be called. */
export function runtimeName(place: RuntimePlace): string {
  return `${place.replace('.[', '[')}()`;
}

export function runtimeId(place: RuntimePlace): string {
  return `runtime-${place.replaceAll(/[^A-Za-z]+/g, '-').replace(/-$/, '')}`;
}
