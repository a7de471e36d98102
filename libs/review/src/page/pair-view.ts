import type { ComponentChild } from 'preact';
import { el } from '#page';
import { figureRows, type WrittenFigure } from '../figure-rows.ts';
import type { Pair } from '../pair.ts';
import { fileView } from './file-view.ts';
import { pairLink } from './pair-link.ts';
import type { PageContext } from './page-context.ts';
import { prose } from './prose.ts';

/** Two approaches side by side: in what they differ, their figures, what to ask, the code. */
export function pairView(pair: Pair, context: PageContext): ComponentChild {
  const { page } = context.words;
  const { left, right } = pair;
  return el(
    'section',
    { class: 'view pair', id: pair.id },
    // A link that names the two the other way round leads here, too.
    el('span', { id: `${right.short}-${left.short}` }),
    el(
      'h2',
      {},
      context.server(left),
      el('span', { class: 'bar' }, ' | '),
      context.server(right),
      ' ',
      el('a', { class: 'permalink', href: `#${pair.id}`, 'aria-label': page.permalink, title: page.permalink }, '#'),
    ),
    difference(pair, context),
    figures(pair, context),
    code(pair, context),
    questions(pair, context),
  );
}

function difference({ edge, way }: Pair, context: PageContext): ComponentChild {
  const { page, locale } = context.words;
  if (edge !== undefined) {
    return el(
      'p',
      { class: 'lead' },
      el('strong', {}, `${page.difference}: ${edge.by[locale]}. `),
      prose(edge.difference[locale]),
    );
  }
  if (way.length < 2) return el('p', { class: 'lead' }, page.noWay);
  const on = way.flatMap((name) => context.approaches.filter(({ approach }) => approach.name === name));
  const steps = on.slice(1).map((right, index) => ({ left: on[index] ?? right, right }));
  return el(
    'p',
    { class: 'lead' },
    page.readInSteps,
    steps.map((step) => [' ', pairLink(step, context)]),
  );
}

function figures({ left, right }: Pair, context: PageContext): ComponentChild {
  const { words, record } = context;
  const { page, locale } = words;
  const date =
    record &&
    new Date(record.startedAt).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return el(
    'div',
    { class: 'figures' },
    el(
      'dl',
      { 'aria-label': page.figures },
      figureRows(left, right, words).map((row) =>
        el(
          'div',
          row.left.text === row.right.text ? {} : { class: 'differs' },
          el('dt', {}, row.label),
          figure(context.server(left, left.short), row.left),
          figure(context.server(right, right.short), row.right),
        ),
      ),
    ),
    el(
      'details',
      {},
      el('summary', {}, page.whatIsCounted),
      el(
        'p',
        { class: 'note' },
        words.figures.legend,
        ' ',
        date === undefined ? page.noRecord : page.recordOf(`${date} UTC`),
      ),
    ),
  );
}

function figure(name: ComponentChild, { text, range }: WrittenFigure): ComponentChild {
  return el('dd', {}, el('span', {}, name), text, range === undefined ? null : el('small', {}, ` ${range}`));
}

function questions({ edge }: Pair, { words: { page, locale } }: PageContext): ComponentChild {
  if (edge === undefined) return null;
  const asked = edge.questions.map((question) => {
    const [, head = '', rest = ''] = /^(.*?\?)(.*)$/s.exec(question[locale]) ?? [];
    return el('li', {}, el('strong', {}, prose(head)), prose(rest));
  });
  return el('div', { class: 'questions' }, el('h3', {}, page.questions), el('ol', {}, asked));
}

function code(pair: Pair, context: PageContext): ComponentChild {
  const { files } = pair;
  const { page } = context.words;
  const same = files.filter((file) => file.same).map(({ name }) => name);
  return el(
    'div',
    { class: 'files' },
    files.filter((file) => !file.same).map((file) => fileView(file, pair, context)),
    same.length === 0 ? null : el('p', { class: 'note' }, page.sameFile(same.join(', '))),
  );
}
