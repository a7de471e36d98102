import { expect, test } from '@jest/globals';
import type { Series } from '#record';
import { seriesStyles, severalStyle } from './series-style.ts';

const servers = ['server-a', 'server-b', 'server-c'];
const series = (server: string | undefined, kind: Series['kind'] = 'measured'): Series => ({
  label: { en: 'x', 'pt-BR': 'x' },
  kind,
  points: [],
  ...(server !== undefined && { server }),
});

test('seriesStyles() gives an approach the same style in every chart', () => {
  const [first] = seriesStyles([series('server-b'), series('server-a')], servers);
  const [, , third] = seriesStyles([series(undefined), series('server-c'), series('server-b')], servers);
  expect(third).toEqual(first);
});

test('seriesStyles() tells measured series apart by the mark as well as by colour', () => {
  const styles = seriesStyles(
    [...servers.map((server) => series(server)), series(undefined), series(undefined)],
    servers,
  );
  expect(new Set(styles.map((style) => style.class)).size).toBe(5);
  expect(new Set(styles.map((style) => style.marker)).size).toBe(5);
});

test('severalStyle() gives lines of several servers one colour, and tells them apart by their marks', () => {
  const [one, other] = seriesStyles([series('server-a'), series('server-b')], servers).map(severalStyle);
  expect(one?.class).toBe(other?.class);
  expect(one?.marker).not.toBe(other?.marker);
});

test('seriesStyles() draws what is predicted with dashes and without marks', () => {
  const [line, other] = seriesStyles([series('server-a', 'predicted'), series(undefined, 'predicted')], servers);
  expect([line?.marker, other?.marker]).toEqual([undefined, undefined]);
  expect(line?.dash).not.toBe(other?.dash);
});
