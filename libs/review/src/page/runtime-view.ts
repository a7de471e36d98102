import { type ComponentChild, h } from 'preact';
import { concerns } from '../concerns.ts';
import { runtimeExcerpt } from '../runtime-place.ts';
import { runtimeId, runtimeName } from './concerns-view.ts';
import { excerptView } from './excerpt-view.ts';
import type { PageContext } from './page-context.ts';

/** The places of the runtime that the concerns name, each once, with their lines. */
export function runtimeView(context: PageContext): ComponentChild {
  const { page } = context.words;
  const places = new Set(
    concerns.flatMap(({ ways }) =>
      Object.values(ways)
        .flat()
        .flatMap(({ runtime }) => runtime),
    ),
  );
  return h(
    'section',
    { class: 'view', id: 'runtime' },
    h('h2', null, page.runtime),
    h('p', { class: 'lead' }, page.runtimeIntro),
    [...places]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map((place) =>
        h(
          'article',
          { id: runtimeId(place) },
          h('h3', null, runtimeName(place)),
          excerptView(runtimeExcerpt(place, context.root), context),
        ),
      ),
  );
}
