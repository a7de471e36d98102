import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

/** What each file imports of its own project, types included; across projects ESLint looks. */
function importsBelow(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = globSync('{apps,libs,tools}/*/src/**/*.ts', { cwd: folder });
  return new Map(
    files.map((file) => {
      const specifiers = readFileSync(join(folder, file), 'utf8').matchAll(/\b(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g);
      return [file, Array.from(specifiers, ([, specifier = '']) => join(dirname(file), specifier))];
    }),
  );
}

/** The first circle that is found, as the files on it. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const search = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of imports.get(file) ?? []) {
      const circle = search(next, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  return [...imports.keys()].map((file) => search(file, [])).find((circle) => circle.length > 0) ?? [];
}

test('no file imports itself by way of others', () => {
  const imports = importsBelow(root);
  expect(imports.size).toBeGreaterThan(500);
  expect(circleIn(imports)).toEqual([]);
});

test('a circle is found', () => {
  const circle = circleIn(new Map([['a', ['b']], ['b', ['c', 'd']], ['d', ['b']]]));
  expect(circle).toEqual(['b', 'd', 'b']);
});
