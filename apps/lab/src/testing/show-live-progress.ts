import { languages } from '#command-line';
import { runCatalogues } from '../run/catalogue.ts';
import { liveProgress } from '../run/live-progress.ts';
import { sampleSteps } from './sample-steps.ts';

/** Shows sample steps as a terminal does: its arguments are the language and the width. */
const [language = 'en', columns] = process.argv.slice(2);
const locale = languages.find((one) => one === language) ?? 'en';
Object.assign(process.stderr, { columns: Number(columns) });
await liveProgress(runCatalogues[locale], new AbortController().signal).perform(sampleSteps);
