import { el } from '#page';
import type { View } from '../view.ts';
import { list } from './list.ts';
import { notDone } from './notices.ts';
import type { Section } from './section.ts';
import { sentence } from './sentence.ts';

/** What the record does not have, and why: experiments that were not completed, and what this size leaves out. */
export function missing(view: View): Section | undefined {
  const { texts, record, say } = view;
  const gone = notDone(record.experiments);
  if (gone.length + record.leftOut.length === 0) return undefined;
  return {
    id: 'missing',
    title: texts.notice.missing,
    content: el(
      'div',
      {},
      gone.length > 0 && [
        el('h3', {}, texts.notice.notDone),
        list(
          gone.map(({ id, title, outcome }) => [
            el('a', { href: `#${id}` }, say(title)),
            outcome.status !== 'done' && [
              ` (${texts.experiment[outcome.status].toLowerCase()}): `,
              sentence(view, outcome.reason),
            ],
          ]),
        ),
      ],
      record.leftOut.length > 0 && [
        el('h3', {}, `${texts.notice.leftOut} (${texts.size[record.size]})`),
        list(record.leftOut.map((left) => sentence(view, left))),
      ],
    ),
  };
}
