import { existsSync, statSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages, replaceFiles } from '#command-line';
import { type BenchRecord, readBenchRecord, readRunRecord, type RunRecord } from '#record';
import type { ViewOptions } from '#report';

/** Not above: who reads flags, or measures for minutes, would wait for all that draws. */
const loadReport = () => import('#report');

/** Where records and reports lie, from the root of the workspace. */
export const reportFolder = 'report';

/** The files of a run, with the approaches side by side, to which the report links; and the record of the bench, which stands in it. */
export const reportFiles = { record: 'run.json', html: 'index.html', markdown: 'report.md', comparison: 'compare.html' } as const;
export const benchFile = 'bench.json';

/** What an author hands in, beside the report of a run that has one. */
export const handInFiles = { html: 'hand-in.html', markdown: 'hand-in.md' } as const;

/** How a report is drawn. */
export interface Drawing {
  readonly language: Language;
  /** Whether what is folded is open from the start, so that it is printed, too. */
  readonly unfolded?: boolean;
}

/** Where the files lie; `earlier` is the folder to which those before them were moved. */
export interface WrittenReport extends Readonly<Record<keyof typeof reportFiles, string>> {
  /** Of a run with an author. */
  readonly handIn?: Readonly<Record<keyof typeof handInFiles, string>>;
  readonly earlier?: string;
}
export type WrittenBench = Pick<WrittenReport, 'record' | 'html' | 'earlier'>;

/** The language in which the page in a folder was last written; undefined where there is none. */
export async function languageOfPage(folder: string): Promise<Language | undefined> {
  try {
    await using page = await open(join(folder, reportFiles.html));
    const { buffer, bytesRead } = await page.read(Buffer.alloc(200), 0, 200, 0);
    const [, lang] = /<html lang="([^"]*)"/.exec(buffer.toString('utf8', 0, bytesRead)) ?? [];
    return languages.find((language) => language === lang);
  } catch {
    return undefined;
  }
}

/**
 * Writes a record and its report. Those that lie there are moved into a folder named for when their run began. Each file
 * is there as a whole or not at all.
 *
 * @throws NodeJS.ErrnoException where the disk is full or the folder cannot be written; UnreadableRecord where that of the
 *   bench is there and cannot be read; then all is as it was
 */
export async function writeRun(folder: string, record: RunRecord, language: Language): Promise<WrittenReport> {
  const bench = await readBenchRecord(join(folder, benchFile));
  const texts = { [reportFiles.record]: `${JSON.stringify(record)}\n`, ...(await drawn(record, { language }, bench)) };
  let earlier: string | undefined;
  await replaceFiles(folder, texts, async () => {
    earlier = await keepEarlier(folder, reportFiles.record, [...Object.values(reportFiles), ...Object.values(handInFiles)]);
  });
  return { ...paths(folder, record), ...(earlier !== undefined && { earlier }) };
}

/**
 * Writes a record of the bench, and draws the report anew with it; of a bench alone, without the comparison. An earlier one is moved into a folder named for when it
 * began.
 *
 * @throws as `writeRun`
 */
export async function writeBench(folder: string, bench: BenchRecord, language: Language): Promise<WrittenBench> {
  const run = await readRunRecord(join(folder, reportFiles.record));
  const report = await (run === undefined ? pages((await loadReport()).onlyBench(bench), { language }, bench) : drawn(run, { language }, bench));
  const texts = { [benchFile]: `${JSON.stringify(bench)}\n`, ...report };
  let earlier: string | undefined;
  await replaceFiles(folder, texts, async () => {
    earlier = await keepEarlier(folder, benchFile, [benchFile]);
  });
  const html = join(folder, reportFiles.html);
  return { record: join(folder, benchFile), html, ...(earlier !== undefined && { earlier }) };
}

/**
 * Writes the report of a record that lies somewhere already.
 *
 * @param from the folder of the record, in which one of the bench may lie, too
 * @throws as `writeRun`
 */
export async function writeReport(
  folder: string,
  record: RunRecord,
  drawing: Drawing,
  from: string,
): Promise<Omit<WrittenReport, 'record'>> {
  const bench = await readBenchRecord(join(from, benchFile));
  await replaceFiles(folder, await drawn(record, drawing, bench));
  return paths(folder, record);
}

async function drawn(
  record: RunRecord,
  drawing: Drawing,
  bench: BenchRecord | undefined,
): Promise<Record<string, string>> {
  // Not above: it brings the compiler of TypeScript, which would cost every command of the lab half a second to load.
  const { createHighlighter, reviewPage } = await import('#review');
  return {
    ...(await pages(record, { ...drawing, highlighter: await createHighlighter() }, bench)),
    [reportFiles.comparison]: await reviewPage({ language: drawing.language, record }),
    ...(await handIn(record, drawing)),
  };
}

/** Only of a run with an author: nobody else hands it in. */
async function handIn(record: RunRecord, { language }: Drawing): Promise<Record<string, string>> {
  if (record.author === undefined) return {};
  const { html, markdown } = (await loadReport()).renderHandIn(record, language);
  return { [handInFiles.html]: html, [handInFiles.markdown]: markdown };
}

/** Without the comparison, to which only the report of a run links. */
async function pages(
  record: RunRecord,
  { language, ...options }: Drawing & Pick<ViewOptions, 'highlighter'>,
  bench: BenchRecord | undefined,
): Promise<Record<string, string>> {
  const { renderHtml, renderMarkdown } = await loadReport();
  return {
    [reportFiles.html]: renderHtml(record, language, { bench, ...options }),
    [reportFiles.markdown]: renderMarkdown(record, language, { bench }),
  };
}

function paths(folder: string, { author }: RunRecord): Omit<WrittenReport, 'earlier'> {
  const at = (name: string): string => join(folder, name);
  const { record, html, markdown, comparison } = reportFiles;
  return {
    record: at(record),
    html: at(html),
    markdown: at(markdown),
    comparison: at(comparison),
    ...(author !== undefined && { handIn: { html: at(handInFiles.html), markdown: at(handInFiles.markdown) } }),
  };
}

/** @returns the folder to which the earlier files went; undefined where there is no earlier record */
async function keepEarlier(folder: string, name: string, files: readonly string[]): Promise<string | undefined> {
  const record = join(folder, name);
  if (!existsSync(record)) return undefined;
  const time = (await startOf(record)).replaceAll(':', '-').replace(/\.\d+Z$/, 'Z');
  const free = (count: number): string => {
    const place = join(folder, count === 1 ? time : `${time}-${count}`);
    return existsSync(place) ? free(count + 1) : place;
  };
  const earlier = free(1);
  await mkdir(earlier);
  for (const file of files) {
    if (existsSync(join(folder, file))) await rename(join(folder, file), join(earlier, file));
  }
  return earlier;
}

/** When the run of a record began; of a file that is none, when it was written. */
async function startOf(file: string): Promise<string> {
  try {
    return new Date((JSON.parse(await readFile(file, 'utf8')) as RunRecord).startedAt).toISOString();
  } catch {
    return statSync(file).mtime.toISOString();
  }
}
