import { existsSync, statSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '#command-line';
import { type BenchRecord, parseBenchRecord, parseRunRecord, type RunRecord } from '#record';
import { onlyBench, renderHtml, renderMarkdown } from '#report';
import { reviewPage } from '#review';

/** Where the files lie; `earlier` is the folder to which those before them were moved. */
export interface WrittenReport {
  readonly record: string;
  readonly html: string;
  readonly markdown: string;
  /** The approaches side by side, to which the report links. */
  readonly comparison: string;
  readonly earlier?: string;
}

export interface WrittenBench {
  readonly record: string;
  readonly html: string;
  readonly earlier?: string;
}

/** The files of a run, and the record of the bench, which stands in the same report. */
export const reportFiles = { record: 'run.json', html: 'index.html', markdown: 'report.md', comparison: 'compare.html' } as const;
export const benchFile = 'bench.json';

/**
 * Makes sure that there is a folder in which files can be written.
 *
 * @throws NodeJS.ErrnoException
 */
export async function requireWritable(folder: string): Promise<void> {
  await makeFolder(resolve(folder));
  const file = temporary(folder, 'writable');
  await (await open(file, 'w')).close();
  await rm(file);
}

/** With those above it. Not `recursive`, which never ends where the system says that what is there is not (/proc). */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}

/**
 * Writes a record and its report. Those that lie there are moved into a folder named for when their run began. Each file
 * is there as a whole or not at all.
 *
 * @throws NodeJS.ErrnoException where the disk is full or the folder cannot be written; then all is as it was
 */
export async function writeRun(folder: string, record: RunRecord, language: Language): Promise<WrittenReport> {
  const bench = await readIn(folder, benchFile, parseBenchRecord);
  const texts = { [reportFiles.record]: `${JSON.stringify(record)}\n`, ...(await drawn(record, language, bench)) };
  let earlier: string | undefined;
  await replace(folder, texts, async () => {
    earlier = await keepEarlier(folder, reportFiles.record, Object.values(reportFiles));
  });
  return { ...paths(folder), ...(earlier !== undefined && { earlier }) };
}

/**
 * Writes a record of the bench, and draws the report anew with it. An earlier one is moved into a folder named for when it
 * began.
 *
 * @throws NodeJS.ErrnoException as `writeRun`
 */
export async function writeBench(folder: string, bench: BenchRecord, language: Language): Promise<WrittenBench> {
  const run = (await readIn(folder, reportFiles.record, parseRunRecord)) ?? onlyBench(bench);
  const texts = { [benchFile]: `${JSON.stringify(bench)}\n`, ...(await drawn(run, language, bench)) };
  let earlier: string | undefined;
  await replace(folder, texts, async () => {
    earlier = await keepEarlier(folder, benchFile, [benchFile]);
  });
  const { html } = paths(folder);
  return { record: join(folder, benchFile), html, ...(earlier !== undefined && { earlier }) };
}

/** A record that may lie in a folder; one that cannot be read is none. */
async function readIn<T>(folder: string, name: string, parse: (text: string) => T): Promise<T | undefined> {
  try {
    return parse(await readFile(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Writes the report of a record that lies somewhere already.
 *
 * @param from the folder of the record, in which one of the bench may lie, too
 * @throws NodeJS.ErrnoException
 */
export async function writeReport(
  folder: string,
  record: RunRecord,
  language: Language,
  from: string,
): Promise<Omit<WrittenReport, 'record'>> {
  const bench = await readIn(from, benchFile, parseBenchRecord);
  await replace(folder, await drawn(record, language, bench));
  return paths(folder);
}

async function drawn(
  record: RunRecord,
  language: Language,
  bench: BenchRecord | undefined,
): Promise<Record<string, string>> {
  return {
    [reportFiles.html]: renderHtml(record, language, bench),
    [reportFiles.markdown]: renderMarkdown(record, language, bench),
    [reportFiles.comparison]: await reviewPage({ language, record }),
  };
}

function paths(folder: string): Omit<WrittenReport, 'earlier'> {
  const at = (name: string): string => join(folder, name);
  const { record, html, markdown, comparison } = reportFiles;
  return { record: at(record), html: at(html), markdown: at(markdown), comparison: at(comparison) };
}

/** Writes beside the place and then moves into it, once all of it is on the disk. */
async function replace(folder: string, texts: Readonly<Record<string, string>>, before?: () => Promise<void>): Promise<void> {
  const names = Object.keys(texts);
  try {
    for (const name of names) {
      await using file = await open(temporary(folder, name), 'w');
      await file.writeFile(texts[name] ?? '');
      await file.sync();
    }
    await before?.();
    for (const name of names) await rename(temporary(folder, name), join(folder, name));
  } catch (error) {
    for (const name of names) await rm(temporary(folder, name), { force: true });
    throw error;
  }
}

function temporary(folder: string, name: string): string {
  return join(folder, `.${name}.${process.pid}.tmp`);
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
