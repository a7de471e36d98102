import { Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { all, isListener } from './matcher.ts';
import type { Source } from './source.ts';

/** What can be counted of an approach without running it. */
export interface CodeFigures {
  /** All but imports, exports, types, blocks and the declarations of functions. */
  readonly statements: number;
  /** Where the run may go either way: `if`, `?:`, `case`, `&&`, `||`, `??`, `?.`. */
  readonly branches: number;
  /** Registered with `on`, `once` or `addEventListener`. */
  readonly listeners: number;
  /** Cyclomatic, as ESLint's rule `complexity` counts it: of all functions together, and of the largest. */
  readonly complexity: { readonly total: number; readonly largest: number };
  /** The modules that are imported, types alone among them, by where they come from. */
  readonly imports: Readonly<Record<Origin, readonly string[]>>;
}

export const origins = ['node', 'npm', 'workspace', 'own'] as const;
/** `workspace`: a library of ours; `own`: another file of the app. */
export type Origin = (typeof origins)[number];

export function codeFigures(sources: readonly Source[]): CodeFigures {
  const count = (asked: (node: ts.Node) => boolean): number =>
    sources.reduce((sum, { tree }) => sum + all(tree, asked).length, 0);
  const complexities = sources.flatMap(complexitiesOf);
  return {
    statements: count(isCountedStatement),
    branches: count(isBranch),
    listeners: count((node) => ts.isCallExpression(node) && isListener(node)),
    complexity: { total: complexities.reduce((sum, one) => sum + one, 0), largest: Math.max(0, ...complexities) },
    imports: importsOf(sources),
  };
}

const noStatements: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Block,
  ts.SyntaxKind.EmptyStatement,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
]);

function isCountedStatement(node: ts.Node): boolean {
  return ts.isStatement(node) && !noStatements.has(node.kind);
}

const eitherOr: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

function isBranch(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return eitherOr.has(node.operatorToken.kind);
  return (
    ts.isIfStatement(node) || ts.isConditionalExpression(node) || ts.isCaseClause(node) || ts.isQuestionDotToken(node)
  );
}

const linter = new Linter();

/** Of each function. With a limit of 0 the rule reports them all; its words are the only place where it says how much. */
function complexitiesOf({ name, text }: Source): number[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    rules: { complexity: ['error', { max: 0 }] },
  };
  const messages = linter.verify(text, config, { filename: name });
  return messages.flatMap(({ message }) => /complexity of (\d+)/.exec(message)?.[1] ?? []).map(Number);
}

function importsOf(sources: readonly Source[]): Record<Origin, string[]> {
  const modules = sources.flatMap(({ tree }) =>
    tree.statements
      .filter((node) => ts.isImportDeclaration(node))
      .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text),
  );
  const unique = [...new Set(modules)].sort();
  return Object.fromEntries(
    origins.map((origin) => [origin, unique.filter((module) => originOf(module) === origin)]),
  ) as Record<Origin, string[]>;
}

function originOf(module: string): Origin {
  if (module.startsWith('.')) return 'own';
  if (module.startsWith('#')) return 'workspace';
  return module.startsWith('node:') ? 'node' : 'npm';
}
