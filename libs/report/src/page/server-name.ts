import type { VNode } from 'preact';
import { el, seriesClass, serverPlace } from '#page';
import type { View } from '../view.ts';

/** An approach, with the colour that it has in every chart. */
export function serverName({ record }: View, name: string): VNode {
  const style = seriesClass(serverPlace(name, record.servers));
  return el('span', { class: `server ${style}` }, el('span', { class: 'swatch', 'aria-hidden': 'true' }), name);
}
