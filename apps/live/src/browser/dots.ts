import type { VNode } from 'preact';
import { el } from '#page/browser';
import { doingOf } from '../story/doing.ts';
import type { Client } from '../story/scene.ts';
import type { ChipOptions } from './density.ts';

const columns = 9;
const [pitch, radius] = [10, 3.5];

/** Of so many. */
export function dotRows(count: number): number {
  return Math.ceil(count / columns);
}

/** What a dot tells. */
type State = 'coming' | 'waiting' | 'idle' | 'works' | 'computes' | 'lost';

function stateOf(client: Client, { place, heldUp = false }: ChipOptions): State {
  const doing = doingOf(client);
  if (place === 'lost') return 'lost';
  if (place === 'waiting' || heldUp || (place === 'connected' && doing === 'asks')) return 'waiting';
  if (place !== 'served') return 'coming';
  return doing === 'idle' ? 'idle' : doing === 'computes' || doing === 'hangs' ? 'computes' : 'works';
}

/** A shape for whom attention is due, beside the colour. */
function shape(state: State, x: number, y: number): string {
  const [left, top, across] = [x - radius, y - radius, 2 * radius];
  if (state === 'lost') return `M${left},${top}l${across},${across}m0,${-across}l${-across},${across}`;
  if (state === 'waiting') return `M${left},${top}h${across}v${across}h${-across}z`;
  return `M${left},${y}a${radius},${radius} 0 1 0 ${across},0a${radius},${radius} 0 1 0 ${-across},0`;
}

/** Many clients, as one drawing: with an element for each, a browser has more to do than fits into a frame when they come and go. */
export function dots(all: readonly (readonly [Client, ChipOptions])[]): VNode {
  const rows = dotRows(all.length);
  const drawn = all.map(([client, options], index) => {
    const state = stateOf(client, options);
    return { state, d: shape(state, (index % columns) * pitch + pitch / 2, Math.floor(index / columns) * pitch + pitch / 2) };
  });
  return el(
    'svg',
    { class: 'dots', viewBox: `0 0 ${columns * pitch} ${rows * pitch}`, 'aria-hidden': 'true', style: { '--rows': rows } },
    [...Map.groupBy(drawn, ({ state }) => state)].map(([state, some]) =>
      el('path', { key: state, class: state, 'data-count': some.length, d: some.map(({ d }) => d).join('') }),
    ),
  );
}
