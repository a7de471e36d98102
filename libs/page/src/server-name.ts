import type { VNode } from 'preact';
import { el } from './element.ts';
import { seriesClass, serverPlace } from './series-class.ts';

/**
 * A server with the colour that it has on every page.
 *
 * @param servers all that the page is about
 * @param label what stands for it there, if not its name
 */
export function serverName(name: string, servers: readonly string[], label: string = name): VNode {
  const style = seriesClass(serverPlace(name, servers));
  return el('span', { class: `server ${style}` }, el('span', { class: 'swatch', 'aria-hidden': 'true' }), label);
}
