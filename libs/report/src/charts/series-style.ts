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
import { seriesClass, serverPlace } from '#page';

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolWye, symbolCross, symbolStar];
const dashes = ['6 4', '2 3', '10 4 2 4'];

/** How a series is told from the others: by colour and by the shape of its points; what is predicted, by its dashes. */
export interface SeriesStyle {
  readonly class: string;
  /** Path of the mark on each point, around 0,0; undefined where points are not marked. */
  readonly marker?: string;
  readonly dash?: string;
}

/** Of a line that is several servers': the colour of none, and the mark of the first, by which two such lines are told apart. */
export function severalStyle(first: SeriesStyle | undefined): SeriesStyle {
  return { ...first, class: 'several' };
}

/** A style for each series of a chart. A server has the same in all charts. */
export function seriesStyles(series: readonly Series[], servers: readonly string[]): readonly SeriesStyle[] {
  let others = 1 + Math.max(...servers.map((name) => serverPlace(name, servers)), -1);
  let predictions = 0;
  return series.map(({ server, kind }) => {
    const known = serverPlace(server, servers);
    if (kind === 'predicted') return { class: seriesClass(known), dash: dashes[predictions++ % dashes.length] ?? '' };
    const index = known === -1 ? others++ : known;
    const shape = shapes[index % shapes.length] ?? symbolCircle;
    return { class: seriesClass(index), marker: symbol(shape, 44).digits(1)() ?? '' };
  });
}
