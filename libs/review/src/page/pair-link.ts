import type { VNode } from 'preact';
import { el } from '#page';
import type { Reviewed } from '../reviewed.ts';
import type { PageContext } from './page-context.ts';

/** A link to two approaches side by side, each in its colour. */
export function pairLink(
  { left, right }: { readonly left: Reviewed; readonly right: Reviewed },
  { server }: Pick<PageContext, 'server'>,
  note?: string,
): VNode {
  return el(
    'a',
    { href: `#${left.short}-${right.short}` },
    server(left, left.short),
    ' | ',
    server(right, right.short),
    note === undefined ? null : el('small', {}, ` · ${note}`),
  );
}
