import type { Quantity, Series, Text } from '#record';
import { rangeOf } from './range-of.ts';

type Point = Series['points'][number];

/** A figure at a place of a curve, with the range of its repeats. */
export function pointOf(x: number, figure: Quantity): Point {
  return { x, y: figure.value, ...rangeOf(figure) };
}

/** What was measured of a server: a point for each of several. */
export function measuredOf<One>(server: string, all: readonly One[], point: (one: One, index: number) => Point): Series {
  return { label: { en: server, 'pt-BR': server }, server, kind: 'measured', points: all.map(point) };
}

/** What a formula says at each of some places. */
export function predictedBy(label: Text, places: readonly number[], formula: (x: number) => number): Series {
  return { label, kind: 'predicted', points: places.map((x) => ({ x, y: formula(x) })) };
}
