import { styleText } from 'node:util';
import { figureRows, type Pair, type ReviewCatalogue, unifiedDiff, type WrittenFigure } from '#review';
import { columns, wrap } from '../shared/columns.ts';
import type { CompareCatalogue } from './catalogue.ts';

type Style = Parameters<typeof styleText>[0];

/** The pair for a person: the strip of figures, the difference, and the code as a unified diff; in colour at a terminal. */
export function pairText(pair: Pair, words: ReviewCatalogue, catalogue: CompareCatalogue): string {
  const { edge, files } = pair;
  const same = files.filter((file) => file.same).map(({ name }) => name);
  const parts = [
    strip(pair, words, catalogue) + legend(pair, words, catalogue),
    ...(edge === undefined
      ? []
      : [`${paint('bold', `${catalogue.differ}: ${edge.by[words.locale]}.`)} ${edge.difference[words.locale]}\n`]),
    ...files.filter((file) => !file.same).map((file) => unifiedDiff(file).split('\n').map(painted).join('\n')),
    ...(same.length === 0 ? [] : [`${catalogue.same(same)}\n`]),
    ...(edge === undefined
      ? []
      : [`${paint('bold', catalogue.ask)}\n${edge.questions.map((one) => `- ${one[words.locale]}\n`).join('')}`]),
  ];
  return parts.join('\n');
}

function strip({ left, right }: Pair, words: ReviewCatalogue, catalogue: CompareCatalogue): string {
  const head = [catalogue.figure, left.approach.name, right.approach.name];
  const rows = figureRows(left, right, words).map((row) => [row.label, cell(row.left), cell(row.right)]);
  const bold = (text: string): string => paint('bold', text);
  return columns([head.map((text) => ({ text, paint: bold })), ...rows.map((row) => row.map((text) => ({ text })))]);
}

/** What the figures are; what brackets hold beside those of a run, only where there are any. */
function legend({ left, right }: Pair, words: ReviewCatalogue, catalogue: CompareCatalogue): string {
  const measured = figureRows(left, right, words).some((row) => row.left.range ?? row.right.range);
  const text = measured ? `${words.figures.legend} ${catalogue.ranges}` : words.figures.legend;
  return `\n${wrap(text, process.stdout.columns || 80).map((line) => `${paint('dim', line)}\n`).join('')}`;
}

function cell({ text, range }: WrittenFigure): string {
  return range === undefined ? text : `${text} (${range})`;
}

function painted(line: string): string {
  if (/^(---|\+\+\+|===)/.test(line)) return paint('bold', line);
  if (line.startsWith('@@')) return paint('cyan', line);
  if (line.startsWith('-')) return paint('red', line);
  return line.startsWith('+') ? paint('green', line) : line;
}

/** Node leaves the colour out where there is no terminal, and where NO_COLOR is set. */
function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}
