import { type InspectColor, styleText } from 'node:util';
import { type RunRecord, type Verdict, verdictWords, wasLoaded, writeFigure, writeStatement, writeValue } from '#record';
import type { WrittenReport } from '../shared/report-files.ts';
import type { RunCatalogue } from './catalogue.ts';
import { type Cell, columns, wrap } from '../shared/columns.ts';

export interface SummaryOptions {
  readonly catalogue: RunCatalogue;
  /** How many experiments were to be run. */
  readonly chosen: number;
  readonly files: WrittenReport;
  /** Of the terminal, in characters. */
  readonly width: number;
}

const colors: Readonly<Record<Verdict, InspectColor>> = {
  holds: 'green',
  'holds-with-condition': 'yellow',
  'does-not-hold': 'red',
  undecided: 'yellow',
  'not-tried': 'gray',
};

/** What a run comes to, for a person at a terminal. Colours only where stdout shows them. */
export function summaryOf(record: RunRecord, options: SummaryOptions): string {
  const { catalogue, chosen, width } = options;
  const { claims, conclusions, leftOut, experiments, environment, interrupted, size, took } = record;
  const { locale } = catalogue;
  const skipped = experiments.flatMap(({ id, outcome }) =>
    outcome.status === 'skipped' ? [[plain(id), plain(writeStatement(outcome.reason, locale))]] : [],
  );
  const tried = claims.filter(({ verdict }) => verdict !== 'not-tried');
  const untried = claims.length - tried.length;
  const busy = Math.max(environment.busy?.before ?? 0, environment.busy?.after ?? 0);
  const remarks = [
    ...(wasLoaded(environment) ? [catalogue.loaded(writeValue(busy, 'share', locale))] : []),
    ...(untried > 0 ? [catalogue.untried(untried)] : []),
    ...(interrupted ? [catalogue.stoppedRun(experiments.length, chosen)] : []),
  ];
  const blocks = [
    section(catalogue.claims, tried.map(({ verdict, claim }) => [verdictCell(verdict, catalogue), plain(claim[locale])]), width, 1),
    section(catalogue.conclusions, conclusionRows(conclusions.which, catalogue), width, 1),
    section(catalogue.skipped, skipped, width, 1),
    ...(size === 'quick' ? [section(catalogue.leftOut, leftOut.map((one) => [plain(writeStatement(one, locale))]), width, 0)] : []),
    remarks.flatMap((remark) => wrap(remark, width)).map((line) => `${line}\n`).join(''),
    filesBlock(options, writeValue(took, 'ms', locale)),
  ];
  return blocks.filter((block) => block !== '').map((block) => `\n${block}`).join('');
}

function section(title: string, rows: readonly (readonly Cell[])[], width: number, flexible: number): string {
  return rows.length === 0 ? '' : `${styleText('bold', title)}\n${columns(rows, { width, flexible })}`;
}

function verdictCell(verdict: Verdict, { locale }: RunCatalogue): Cell {
  return { text: verdictWords[verdict][locale], paint: (text) => styleText(colors[verdict], text) };
}

/** Without the experiment, which the report links, and without the ranges of repeats, which are too wide for a terminal. */
function conclusionRows({ columns: heads, rows }: RunRecord['conclusions']['which'], { locale }: RunCatalogue): readonly (readonly Cell[])[] {
  if (rows.length === 0) return [];
  const isRight = (column: number): boolean => rows.some((row) => typeof row[column] === 'object' && row[column] !== null && 'value' in row[column]);
  const write = (cell: (typeof rows)[number][number], column: number): Cell => {
    if (cell === null) return plain('–');
    if (typeof cell === 'string') return plain(cell.replaceAll('server-', ''));
    return 'value' in cell ? { text: writeFigure(cell, locale), right: isRight(column) } : plain(cell[locale]);
  };
  const dim = (text: string): string => styleText('dim', text);
  const head = heads.map((text, column): Cell => ({ text: text[locale], right: isRight(column), paint: dim }));
  return [head, ...rows.map((row) => row.map(write))].map((row) => row.slice(0, -1));
}

function filesBlock({ catalogue: { files: names, took }, files }: SummaryOptions, time: string): string {
  const rows = [
    [plain(names.report), plain(files.html)],
    [plain(names.markdown), plain(files.markdown)],
    [plain(names.comparison), plain(files.comparison)],
    ...(files.handIn === undefined
      ? []
      : [
          [plain(names.handIn), plain(files.handIn.html)],
          [plain(names.markdown), plain(files.handIn.markdown)],
        ]),
    [plain(names.record), plain(files.record)],
    ...(files.earlier === undefined ? [] : [[plain(names.earlier), plain(files.earlier)]]),
  ];
  // A path is not to be broken, however wide the terminal is.
  return `${took(time)}\n${columns(rows)}`;
}

function plain(text: string): Cell {
  return { text };
}
