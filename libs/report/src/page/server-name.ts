import type { VNode } from 'preact';
import { seriesClass } from '../charts/series-style.ts';
import { el } from '../element.ts';
import type { View } from '../view.ts';

/** An approach, with the colour that it has in every chart. */
export function serverName({ record }: View, name: string): VNode {
  const style = seriesClass(record.servers.indexOf(name));
  return el('span', { class: `server ${style}` }, el('span', { class: 'swatch', 'aria-hidden': 'true' }), name);
}
