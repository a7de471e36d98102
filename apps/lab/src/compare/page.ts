import { dirname } from 'node:path';
import type { Command } from 'commander';
import { languageAsked, replaceFile, requireWritable, requireWritableFile } from '#command-line';
import { readRunRecord, UnreadableRecord } from '#record';
import { fail } from '../shared/say.ts';
import { compareCatalogues } from './catalogue.ts';
import { type PageFlags, pageFlags } from './options.ts';

const catalogue = compareCatalogues[languageAsked(process.argv, process.env)];

/** `compare:page`: the review as a page. */
export const pageCommand: Command = pageFlags(catalogue).action(async ({ record, out }: PageFlags) => {
  try {
    await requireWritable(dirname(out));
    await requireWritableFile(out);
    const read = await readRunRecord(record);
    const { reviewPage } = await import('#review'); // Not above, for the same reason as in compare.ts.
    const html = await reviewPage({ language: catalogue.locale, record: read });
    await replaceFile(out, html);
    process.stdout.write(`${catalogue.written(out, Math.round(Buffer.byteLength(html) / 1_000))}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    fail(error instanceof UnreadableRecord ? catalogue.unreadable(record, error.reason) : catalogue.cannotWrite(out, code));
  }
});
