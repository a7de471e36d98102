import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

/** A text in Portuguese, where it stands, and the same in English where the two stand side by side. */
export interface PortugueseText {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly english: string | undefined;
}

/** Folders of what is made, not written, wherever they are. */
const made = new Set(['node_modules', 'dist', 'test-results', '.nx', '.git']);
/** The lab's reports; and the glossary itself, which has to name what it forbids. */
const skipped = /^(?:report|tools\/portuguese)\//;
/** Letters that Portuguese has and English has not. */
const accented = /[áâãàéêíóôõúçÁÂÃÀÉÊÍÓÔÕÚÇ]/;
/** Calls that take a text in English and then in Portuguese. */
const takesBoth = /\b(?:both|say|told|StageError)(?=\(|$)/;

/**
 * Every text in Portuguese below a folder, found by what it is and not by a list: Markdown named `*.pt-BR.md`; in
 * sources, whatever stands in a catalogue `*.pt-br.ts`, under a key `'pt-BR'`, in a constant `portuguese` or `ptBR`, behind
 * its English in a call of those that take both, or is chosen where the language is `'pt-BR'`; and any other literal with a
 * letter that English lacks.
 */
export function portugueseTexts(root: string): readonly PortugueseText[] {
  const files = (pattern: string): readonly string[] =>
    globSync(pattern, { cwd: root, exclude: (name) => made.has(name) })
      .filter((file) => !skipped.test(file))
      .toSorted();
  return [
    ...files('**/*.md').flatMap((file) => textsOfMarkdown(file, readFileSync(join(root, file), 'utf8'))),
    ...files('**/*.{ts,tsx,mts,mjs,js}').flatMap((file) => textsOfSource(file, readFileSync(join(root, file), 'utf8'))),
  ];
}

/** The paragraphs of a Markdown file in Portuguese; of another, those that are marked by a letter that English lacks. */
export function textsOfMarkdown(file: string, source: string): readonly PortugueseText[] {
  const portuguese = file.endsWith('.pt-BR.md');
  return source.split('\n').flatMap((text, index) => {
    if (text.trim() === '' || (!portuguese && !accented.test(text))) return [];
    return [{ file, line: index + 1, text, english: undefined }];
  });
}

/** The literals of a source file that are Portuguese. */
export function textsOfSource(file: string, source: string): readonly PortugueseText[] {
  const catalogue = basename(file).includes('.pt-br.');
  if (!catalogue && !/pt-BR|ptBR|portuguese/.test(source) && !takesBoth.test(source) && !accented.test(source)) return [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kindOf(file));
  const found: PortugueseText[] = [];
  const visit = (node: ts.Node, portuguese: boolean, english: string | undefined): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (isText(node)) {
      const text = textOf(node);
      if ((portuguese || accented.test(text)) && /\p{L}/u.test(text) && text !== 'pt-BR') {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
        found.push({ file, line: line + 1, text, english });
      }
    }
    ts.forEachChild(node, (child) => {
      const begins = !portuguese && beginsPortuguese(child);
      visit(child, portuguese || begins, begins ? twinOf(child) : english);
    });
  };
  visit(tree, catalogue, undefined);
  return found;
}

function kindOf(file: string): ts.ScriptKind {
  return file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

type TextNode = ts.StringLiteralLike | ts.TemplateExpression | ts.JsxText | ts.RegularExpressionLiteral;

function isText(node: ts.Node): node is TextNode {
  return (
    ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isJsxText(node) || ts.isRegularExpressionLiteral(node)
  );
}

/** A literal's words; what a template puts in stands as `{}`. */
function textOf(node: TextNode): string {
  if (!ts.isTemplateExpression(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => `{}${literal.text}`)].join('');
}

/** Whether a node is where Portuguese begins. */
function beginsPortuguese(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && keyOf(parent) === 'pt-BR';
  if (ts.isVariableDeclaration(parent)) {
    return parent.initializer === node && /^(?:portuguese|ptBR)$/.test(parent.name.getText());
  }
  if (ts.isConditionalExpression(parent)) {
    return parent.whenTrue === node && /=== 'pt-BR'/.test(parent.condition.getText());
  }
  return argumentsOfBoth(parent)?.[1] === node;
}

/** Of a call that takes both. */
function argumentsOfBoth(node: ts.Node): readonly ts.Node[] | undefined {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  return ts.isIdentifier(node.expression) && takesBoth.test(node.expression.text) ? node.arguments : undefined;
}

function keyOf(property: ts.PropertyAssignment): string | undefined {
  return ts.isStringLiteral(property.name) || ts.isIdentifier(property.name) ? property.name.text : undefined;
}

/** The sibling `en`, or the argument before it, where both are a text as they stand. */
function twinOf(node: ts.Node): string | undefined {
  const [english] = argumentsOfBoth(node.parent) ?? [];
  if (english !== undefined) return isText(node) && isText(english) ? textOf(english) : undefined;
  const object = node.parent.parent;
  if (!isText(node) || !ts.isObjectLiteralExpression(object)) return undefined;
  const twin = object.properties.filter(ts.isPropertyAssignment).find((property) => keyOf(property) === 'en');
  return twin !== undefined && isText(twin.initializer) ? textOf(twin.initializer) : undefined;
}
