import type { Series } from '#record';
import type { AxisScale } from './axis-scale.ts';

/** Lines that lie this close together all along, in pixels, cannot be told apart. */
const closest = 3;

/**
 * Measured series that lie on each other at every place, together; each other alone. Two that only cross are two lines.
 *
 * @returns their indices, in order
 */
export function coinciding(series: readonly Series[], yScale: AxisScale): readonly (readonly number[])[] {
  const groups: [number, ...number[]][] = [];
  for (const [index, one] of series.entries()) {
    const found = groups.find(([first]) => coincide(series[first], one, yScale));
    if (found === undefined) groups.push([index]);
    else found.push(index);
  }
  return groups;
}

function coincide(one: Series | undefined, other: Series, { place }: AxisScale): boolean {
  if (one?.kind !== 'measured' || other.kind !== 'measured' || one.points.length !== other.points.length) return false;
  return one.points.every(({ x, y }, index) => {
    const point = other.points[index];
    return point?.x === x && Math.abs(place(point.y) - place(y)) <= closest;
  });
}
