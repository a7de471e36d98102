import type { Series } from '#record';
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { seriesColours } from './palette.ts';

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolWye, symbolCross, symbolStar];
const dashes = ['6 4', '2 3', '10 4 2 4'];

/** How a series is told from the others: by colour and by the shape of its points; what is predicted, by its dashes. */
export interface SeriesStyle {
  readonly class: string;
  /** Path of the mark on each point, around 0,0; undefined where points are not marked. */
  readonly marker?: string;
  readonly dash?: string;
}

/** The class that gives a series its colour. Below 0, it belongs to no approach. */
export function seriesClass(index: number): string {
  return index < 0 ? 'plain' : `series-${index % seriesColours.length}`;
}

/** A style for each series of a chart. An approach has the same in all charts: its place in `servers` decides. */
export function seriesStyles(series: readonly Series[], servers: readonly string[]): readonly SeriesStyle[] {
  let others = servers.length;
  let predictions = 0;
  return series.map(({ server, kind }) => {
    const known = server === undefined ? -1 : servers.indexOf(server);
    if (kind === 'predicted') return { class: seriesClass(known), dash: dashes[predictions++ % dashes.length] ?? '' };
    const index = known === -1 ? others++ : known;
    const shape = shapes[index % shapes.length] ?? symbolCircle;
    return { class: seriesClass(index), marker: symbol(shape, 44).digits(2)() ?? '' };
  });
}
