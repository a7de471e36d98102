import type { Phase } from '#record';
import type { VNode } from 'preact';
import { el, px } from '#page';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A piece of a lane: a phase's colour and its marks, so that colour is not all that tells phases apart. The marks are
 * lines of their own, not an SVG pattern, which makes a printed page of megabytes.
 */
export function phaseParts(phase: Phase, area: Area): readonly (VNode | false)[] {
  const { x, y, width, height } = area;
  return [
    el('rect', { x: px(x), y: px(y), width: px(width), height: px(height) }),
    phase !== 'served' &&
      el('path', {
        d: phase === 'waiting' ? diagonals(area) : `M${px(x)},${px(y + height / 2)}h${px(width)}`,
        'stroke-width': markWidths[phase]?.(height),
      }),
  ];
}

/** A phase as a legend shows it. */
export function phaseKey(phase: Phase, area: Area): VNode {
  return el('g', { class: `span ${phase}` }, phaseParts(phase, area));
}

/** A dashed line as thick as the piece is high makes upright stripes (the dashes are in the style sheet). */
const markWidths: Partial<Readonly<Record<Phase, (height: number) => number>>> = {
  connecting: () => 3,
  closing: (height) => height,
};

/** Lines that rise to the right, 6 apart, cut off at the edges. */
function diagonals({ x, y, width, height }: Area): string {
  const lines: string[] = [];
  for (let foot = x - height + 5; foot < x + width; foot += 6) {
    const from = Math.max(foot, x);
    const to = Math.min(foot + height, x + width);
    if (to > from) lines.push(`M${px(from)},${px(y + height - (from - foot))}l${px(to - from)},${px(from - to)}`);
  }
  return lines.join('');
}
