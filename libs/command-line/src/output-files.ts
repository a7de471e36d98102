import { existsSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Makes sure that there is a folder in which files can be written, and makes it where it is missing.
 *
 * @throws NodeJS.ErrnoException
 */
export async function requireWritable(folder: string): Promise<void> {
  await makeFolder(resolve(folder));
  const file = temporary(folder, 'writable');
  await (await open(file, 'w')).close();
  await rm(file);
}

/**
 * Makes sure that a file can be written or replaced there, before the work of which it shall tell. The folder must exist.
 *
 * @throws NodeJS.ErrnoException: EISDIR where it is a folder, ENOTSUP where it is a device or the like
 */
export async function requireWritableFile(file: string): Promise<void> {
  const there = statSync(file, { throwIfNoEntry: false });
  const code = there?.isDirectory() === true ? 'EISDIR' : there?.isFile() === false ? 'ENOTSUP' : undefined;
  if (code !== undefined) throw Object.assign(new Error(`${file} is no file that can be replaced`), { code });
  const trial = temporary(dirname(file), 'writable');
  await (await open(trial, 'w')).close();
  await rm(trial);
}

/** With those above it. Not `recursive`, which never ends where the system says that what is there is not (/proc). */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}

/** Writes a file that is there as a whole or not at all. */
export function replaceFile(file: string, text: string): Promise<void> {
  return replaceFiles(dirname(file), { [basename(file)]: text });
}

/**
 * Writes files beside their place and then moves them into it, once all of them are on the disk.
 *
 * @param before what is to be done once they are, and before they are moved
 * @throws NodeJS.ErrnoException where the disk is full or the folder cannot be written; then all is as it was
 */
export async function replaceFiles(
  folder: string,
  texts: Readonly<Record<string, string>>,
  before?: () => Promise<void>,
): Promise<void> {
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
