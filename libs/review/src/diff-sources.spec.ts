import { describe, expect, test } from '@jest/globals';
import { type Line, diffSources, type Row } from './diff-sources.ts';
import { parseSource } from './source.ts';

/** A row as it would be read, with what is marked in brackets. */
function shown({ left, right }: Row): string {
  const side = (line: Line | undefined): string =>
    line === undefined
      ? ''
      : line.changed
          .toReversed()
          .reduce(
            (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
            line.text,
          );
  return `${side(left)} | ${side(right)}`;
}
const diff = (left: string, right: string): readonly Row[] =>
  diffSources(parseSource('a.ts', left), parseSource('a.ts', right));

describe('diffSources()', () => {
  test('marks the words that differ, in lines that are alike', () => {
    const rows = diff('start();\nawait serve(one);\n', 'start();\nvoid serve(one);\n');
    expect(rows.map(shown)).toEqual(['start(); | start();', '[await] serve(one); | [void] serve(one);']);
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'changed']);
  });

  test('puts lines that are alike side by side, whatever stands between them', () => {
    const rows = diff('first(a, b);\nlast(c, d);\n', 'new Thing().of(everything);\nfirst(a, x);\nlast(c, y);\n');
    expect(rows.map(shown)).toEqual([
      ' | new Thing().of(everything);',
      'first(a, [b]); | first(a, [x]);',
      'last(c, [d]); | last(c, [y]);',
    ]);
  });

  test('leaves lines that have nothing in common unmarked', () => {
    expect(diff('alpha.beta();\n', 'const x = 1;\n').map(shown)).toEqual(['alpha.beta(); | const x = 1;']);
  });

  test('gives every line of both sides once, in order, with its number', () => {
    const [left, right] = ['a();\nb(1);\nc();\nd();\n', 'b(2);\nx();\nc();\ny();\nz();\n'];
    const rows = diff(left, right);
    expect(rows.flatMap((row) => row.left?.number ?? [])).toEqual([1, 2, 3, 4]);
    expect(rows.flatMap((row) => row.right?.number ?? [])).toEqual([1, 2, 3, 4, 5]);
    expect(rows.flatMap((row) => row.left?.text ?? []).join('\n')).toBe(left.trimEnd());
    expect(rows.flatMap((row) => row.right?.text ?? []).join('\n')).toBe(right.trimEnd());
  });

  test('shows a file that only one side has from top to bottom', () => {
    const rows = diffSources(undefined, parseSource('a.ts', 'a();\nb();\n'));
    expect(rows.map(({ kind, right }) => [kind, right?.number])).toEqual([
      ['right', 1],
      ['right', 2],
    ]);
  });

  test('knows lines that differ in their comments alone', () => {
    const rows = diff('a(); // One.\n/** Two. */\nb(1);\n', 'a(); // Other.\n/** Else. */\nb(2);\n');
    expect(rows.map(({ onlyComments }) => onlyComments)).toEqual([true, true, false]);
  });

  test('takes nothing for a comment that stands in a string, a template or a pattern', () => {
    const rows = diff("a('// one'); // x\n", 'b(`${1} // two`);\nc(/[/]*/);\n');
    expect(rows.flatMap(({ left, right }) => [...(left?.comments ?? []), ...(right?.comments ?? [])])).toEqual([
      { start: 13, end: 17 },
    ]);
  });
});
