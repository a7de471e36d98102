import { describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { concerns } from './concerns.ts';
import { placeOf } from './excerpt.ts';
import { concernProblems, findConcern } from './find-concern.ts';
import { runtimeExcerpt } from './runtime-place.ts';
import { parseSource, type Source, sourcesOf } from './source.ts';

const all = approaches().map((approach) => ({ approach, sources: sourcesOf(approach) }));
const changed = (sources: readonly Source[], change: (text: string, name: string) => string): Source[] =>
  sources.map(({ name, path, text }) => parseSource(name, change(text, name), path));

test.each(all)('every concern is found in $approach.name', (one) => {
  expect(concernProblems(one)).toEqual([]);
});

test('every place of the runtime that a concern names is there', () => {
  const places = concerns.flatMap(({ ways }) =>
    Object.values(ways)
      .flat()
      .flatMap(({ runtime }) => runtime),
  );
  expect(places.length).toBeGreaterThan(0);
  for (const place of places)
    expect(placeOf(runtimeExcerpt(place))).toMatch(/^libs\/server-runtime\/src\/(workers\/)?[\w-]+\.ts:\d/);
});

test('runtimeExcerpt() says what to do where a place is gone', () => {
  expect(() => runtimeExcerpt('Acceptor.nothing')).toThrow(
    'libs/server-runtime has no Acceptor.nothing any more; say in libs/review/src/concerns.ts',
  );
});

/** The names that the author of an approach chose: of functions, of variables and of parameters. */
const ownNames = [
  'serveAll',
  'serve',
  'answer',
  'write',
  'replies',
  'forkProcess',
  'startThread',
  'handOver',
  'oneInFlight',
  'post',
  'take',
  'acceptor',
  'connection',
  'connections',
  'worker',
  'workers',
  'thread',
  'threads',
  'listener',
  'socket',
];

describe('findConcern()', () => {
  test.each(all)(
    'finds the same lines in $approach.name when its functions and variables have other names',
    ({ approach, sources }) => {
      // What follows a dot or stands before a colon belongs to an interface, and quotes hold no name.
      const declared = ownNames.filter((name) =>
        sources.some(({ text }) => new RegExp(`(function|const|let) ${name}\\b`).test(text)),
      );
      expect(declared).not.toEqual([]);
      const renamed = changed(sources, (text) =>
        declared.reduce(
          (code, name) => code.replaceAll(new RegExp(`(?<![.'/\\w-])${name}\\b(?!['-]|: )`, 'g'), `${name}Renamed`),
          text,
        ),
      );
      const lines = (those: readonly Source[]): unknown =>
        concerns.map((concern) =>
          findConcern(concern, those, approach.workers).own.map(({ source, from, to }) => [source.name, from, to]),
        );
      expect(lines(renamed)).toEqual(lines(sources));
      expect(renamed.map(({ text }) => text)).not.toEqual(sources.map(({ text }) => text));
    },
  );

  const excerpts = all.flatMap(({ approach, sources }) =>
    concerns.flatMap((concern) =>
      findConcern(concern, sources, approach.workers).own.map((excerpt) => ({
        approach,
        sources,
        concern: concern.id,
        excerpt,
        place: placeOf(excerpt),
      })),
    ),
  );

  test.each(excerpts)(
    'misses the code of $concern when $place is deleted',
    ({ approach, sources, concern, excerpt }) => {
      const without = changed(sources, (text, name) => {
        const lines = text.split('\n');
        if (name === excerpt.source.name) lines.splice(excerpt.from - 1, excerpt.to - excerpt.from + 1);
        return lines.join('\n');
      });
      expect(concernProblems({ approach, sources: without })).toContainEqual(
        expect.stringContaining(`${approach.name}: ${concern}: found no `),
      );
    },
  );

  test.each(all)('misses reading and writing when $approach.name serves nobody', ({ approach, sources }) => {
    const without = changed(sources, (text) => text.replaceAll(/serveAll\(|serveConnection\(|\.read\(|\.reply\(/g, 'nothing('));
    const problems = concernProblems({ approach, sources: without }).join('\n');
    for (const id of ['read-and-frame', 'write-and-backpressure'])
      expect(problems).toContain(`${approach.name}: ${id}: found no `);
  });
});
