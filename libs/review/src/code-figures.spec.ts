import { expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { codeFigures } from './code-figures.ts';
import { parseSource, sourcesOf } from './source.ts';

const figures = (text: string): ReturnType<typeof codeFigures> => codeFigures([parseSource('model.ts', text)]);

test('codeFigures() counts statements without imports, types, blocks and declared functions', () => {
  expect(
    figures("import 'node:net';\ninterface A {}\ntype B = A;\nfunction f() { return 1; }\nconst x = 1;\n{ f(); }\n")
      .statements,
  ).toBe(3);
});

test('codeFigures() counts each place where the run may go either way', () => {
  expect(
    figures(
      'if (a) b(); else c();\na ? b : c;\na && b;\na || b;\na ?? b;\na?.b;\nswitch (a) { case 1: case 2: default: }\n',
    ).branches,
  ).toBe(8);
});

test('codeFigures() counts listeners, however they are registered', () => {
  expect(figures("a.on('x', f);\na?.once('x', f);\na.b.addEventListener('x', f);\nonce(a, 'x');\n").listeners).toBe(3);
});

test('codeFigures() has the complexity that the rule of ESLint says', () => {
  expect(figures('function f() { if (a && b) return 1; return 2; }\nconst g = () => 1;\n').complexity).toEqual({
    total: 4,
    largest: 3,
  });
});

test('codeFigures() tells imports by where they come from', () => {
  const text =
    "import net from 'node:net';\nimport type { A } from 'rxjs';\nimport { B } from '#protocol';\nimport { C } from './worker.ts';\nimport 'node:net';\n";
  expect(figures(text).imports).toEqual({
    node: ['node:net'],
    npm: ['rxjs'],
    workspace: ['#protocol'],
    own: ['./worker.ts'],
  });
});

test.each(approaches())('codeFigures() finds something in $name', (approach) => {
  const { statements, complexity } = codeFigures(sourcesOf(approach));
  expect(statements).toBeGreaterThan(0);
  expect(complexity.total).toBeGreaterThan(0);
});
