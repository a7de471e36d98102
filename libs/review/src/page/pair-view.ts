import { type ComponentChild, h } from 'preact';
import { shortName } from '#approaches';
import { figureRows, type WrittenFigure } from '../figure-rows.ts';
import type { FileDiff, Pair } from '../pair.ts';
import { fileView } from './file-view.ts';
import type { PageContext } from './page-context.ts';
import { prose } from './prose.ts';

/** Two approaches side by side: in what they differ, their figures, what to ask, the code. */
export function pairView(pair: Pair, context: PageContext): ComponentChild {
  const { page } = context.words;
  const { left, right } = pair;
  return h(
    'section',
    { class: 'view pair', id: pair.id },
    // A link that names the two the other way round leads here, too.
    h('span', { id: `${right.short}-${left.short}` }),
    h(
      'h2',
      null,
      left.approach.name,
      h('span', { class: 'bar' }, ' | '),
      right.approach.name,
      ' ',
      h('a', { class: 'permalink', href: `#${pair.id}`, 'aria-label': page.permalink, title: page.permalink }, '#'),
    ),
    difference(pair, context),
    figures(pair, context),
    code(pair, context),
    questions(pair, context),
  );
}

function difference({ edge, way }: Pair, { words: { page, locale } }: PageContext): ComponentChild {
  if (edge !== undefined) {
    return h(
      'p',
      { class: 'lead' },
      h('strong', null, `${page.difference}: ${edge.by[locale]}. `),
      prose(edge.difference[locale]),
    );
  }
  if (way.length < 2) return h('p', { class: 'lead' }, page.noWay);
  const steps = way.slice(1).map((name, index) => [shortName(way[index] ?? name), shortName(name)]);
  return h(
    'p',
    { class: 'lead' },
    page.readInSteps,
    steps.map((step) => [' ', h('a', { href: `#${step.join('-')}` }, step.join(' | '))]),
  );
}

function figures({ left, right }: Pair, { words, record }: PageContext): ComponentChild {
  const { page, locale } = words;
  const date =
    record &&
    new Date(record.startedAt).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return h(
    'div',
    { class: 'figures' },
    h(
      'dl',
      { 'aria-label': page.figures },
      figureRows(left, right, words).map((row) =>
        h(
          'div',
          row.left.text === row.right.text ? null : { class: 'differs' },
          h('dt', null, row.label),
          figure(left.short, row.left),
          figure(right.short, row.right),
        ),
      ),
    ),
    h(
      'details',
      null,
      h('summary', null, page.whatIsCounted),
      h('p', { class: 'note' }, page.legend, ' ', date === undefined ? page.noRecord : page.recordOf(`${date} UTC`)),
    ),
  );
}

function figure(name: string, { text, range }: WrittenFigure): ComponentChild {
  return h('dd', null, h('span', null, name), text, range === undefined ? null : h('small', null, ` ${range}`));
}

function questions({ edge }: Pair, { words: { page, locale } }: PageContext): ComponentChild {
  if (edge === undefined) return null;
  const asked = edge.questions.map((question) => {
    const [, head = '', rest = ''] = /^(.*?\?)(.*)$/s.exec(question[locale]) ?? [];
    return h('li', null, h('strong', null, prose(head)), prose(rest));
  });
  return h('div', { class: 'questions' }, h('h3', null, page.questions), h('ol', null, asked));
}

function code({ files, left, right }: Pair, context: PageContext): ComponentChild {
  const { page } = context.words;
  const same = files.filter((file) => file.same).map(({ name }) => name);
  return h(
    'div',
    { class: 'code' },
    files
      .filter((file) => !file.same)
      .map((file: FileDiff) => fileView(file, { left: left.short, right: right.short }, context)),
    same.length === 0 ? null : h('p', { class: 'note' }, page.sameFile(same.join(', '))),
  );
}
