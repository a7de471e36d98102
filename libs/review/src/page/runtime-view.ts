import type { ComponentChild } from 'preact';
import { el } from '#page';
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
  return el(
    'section',
    { class: 'view', id: 'runtime' },
    el('h2', {}, page.runtime),
    el('p', { class: 'lead' }, page.runtimeIntro),
    [...places]
      .sort((a, b) => a.localeCompare(b, 'en'))
      .map((place) =>
        el(
          'article',
          { id: runtimeId(place) },
          el('h3', {}, runtimeName(place)),
          excerptView(runtimeExcerpt(place, context.root), context),
        ),
      ),
  );
}
