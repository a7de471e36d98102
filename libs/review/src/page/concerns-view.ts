import type { ComponentChild } from 'preact';
import { el } from '#page';
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
  readonly by: Reviewed[];
  readonly answer: Answer;
}

/** What every server must do, and the lines with which each approach does it. */
export function concernsView(context: PageContext): ComponentChild {
  const { words } = context;
  return el(
    'section',
    { class: 'view', id: 'by-concern' },
    el('h2', {}, words.page.byConcern),
    el('p', { class: 'lead' }, words.page.concernsIntro),
    concerns.map((concern) => concernView(concern, context)),
  );
}

function concernView(concern: Concern, context: PageContext): ComponentChild {
  const { locale } = context.words;
  const cells = cellsOf(concern, context.approaches);
  return el(
    'article',
    { id: `concern-${concern.id}` },
    el('h3', {}, concern.title[locale]),
    el('p', { class: 'note' }, concern.question[locale]),
    el(
      'ul',
      { class: 'cells' },
      cells.map((cell) => cellView(cell, context)),
    ),
  );
}

function cellsOf(concern: Concern, approaches: readonly Reviewed[]): Cell[] {
  const cells: Cell[] = [];
  for (const reviewed of approaches) {
    const answer = findConcern(concern, reviewed.sources, reviewed.approach.workers);
    const last = cells.at(-1);
    if (last !== undefined && looks(last.answer) === looks(answer)) last.by.push(reviewed);
    else cells.push({ by: [reviewed], answer });
  }
  return cells;
}

/** What an answer looks like; of a file the name alone, since it lies in another folder in each approach. */
function looks({ own, runtime, note, missing }: Answer): string {
  const places = own.map((excerpt) => [excerpt.source.name, excerpt.from, textOf(excerpt)]);
  return JSON.stringify([places, runtime, note, missing]);
}

function cellView({ by, answer: { own, runtime, note, missing } }: Cell, context: PageContext): ComponentChild {
  const { locale, page } = context.words;
  return el(
    'li',
    {},
    el(
      'p',
      { class: 'who' },
      by.map((reviewed) => [context.server(reviewed, reviewed.short), ' ']),
    ),
    own.map((excerpt) => excerptView(excerpt, context)),
    note === undefined ? null : el('p', {}, prose(note[locale])),
    missing.length === 0 ? null : el('p', { class: 'missing' }, page.notFound),
    runtime.length === 0
      ? null
      : el(
          'p',
          { class: 'runtime' },
          own.length === 0 ? page.leftToRuntime : page.goesOn,
          runtime.map((place) => [' ', runtimeLink(place, context)]),
        ),
  );
}

function runtimeLink(place: RuntimePlace, { root }: PageContext): ComponentChild {
  return el('a', { href: `#${runtimeId(place)}`, title: placeOf(runtimeExcerpt(place, root)) }, runtimeName(place));
}

/** `Acceptor[Symbol.asyncIterator]()`: as it would be called. */
export function runtimeName(place: RuntimePlace): string {
  return `${place.replace('.[', '[')}()`;
}

export function runtimeId(place: RuntimePlace): string {
  return `runtime-${place.replaceAll(/[^A-Za-z]+/g, '-').replace(/-$/, '')}`;
}
