import { seriesColours } from './series-colours.ts';

/** Those that have a colour of their own on every page, whichever of them were tried. */
const approaches = ['server-serial', 'server-async', 'server-reactive', 'server-cluster', 'server-threads'];

/**
 * The place of a server among the colours, the same on every page.
 *
 * @param servers all that the page is about
 * @returns -1 for what is none of them
 */
export function serverPlace(name: string | undefined, servers: readonly string[]): number {
  if (name === undefined) return -1;
  const known = approaches.indexOf(name);
  if (known >= 0) return known;
  const other = servers.filter((server) => !approaches.includes(server)).indexOf(name);
  return other < 0 ? -1 : approaches.length + other;
}

/** The class that gives a series its colour. Below 0, it belongs to no server. */
export function seriesClass(place: number): string {
  return place < 0 ? 'plain' : `series-${place % seriesColours.length}`;
}
