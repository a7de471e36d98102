import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { type RunRecord, statement } from '#record';
import { newFolder } from '../testing/new-folder.ts';
import { runLab } from '../testing/start-lab.ts';

const said = { en: 'Said.', 'pt-BR': 'Dito.' };

/** A run of one experiment, with a method to fold. */
const record: RunRecord = {
  schema: 'echo-lab/run',
  version: 1,
  startedAt: '2026-03-05T14:07:31.204Z',
  took: 1,
  size: 'quick',
  command: 'npm start -- --quick',
  environment: { node: '26.10.0', kernel: 'Linux 6.18.0', architecture: 'x64', cpu: 'Example', cores: 2, memoryBytes: 8e9 },
  servers: ['server-async'],
  experiments: [
    {
      id: 'part-1',
      title: said,
      question: said,
      method: statement(said),
      took: 1,
      outcome: {
        status: 'done',
        findings: { answer: statement(said), notes: [], links: [], timelines: [], charts: [], tables: [], traces: [], figures: {} },
      },
    },
  ],
  claims: [],
  conclusions: { which: { title: said, columns: [], rows: [] }, sentences: [] },
  leftOut: [],
  interrupted: false,
};

const folder = newFolder();
writeFileSync(join(folder, 'run.json'), JSON.stringify(record));

/** How many parts of the page (the course's names, the method, the machine) that `report` draws are folded, and how many are open. */
async function folds(...flags: readonly string[]): Promise<Record<'folded' | 'open', number>> {
  expect(await runLab('report', join(folder, 'run.json'), ...flags)).toMatchObject({ code: 0, stderr: '' });
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return { folded: html.split('<details>').length - 1, open: html.split('<details open>').length - 1 };
}

longTest(`report folds what is behind an answer, in the language in which the page was${whyLong('it draws every page anew')}`, async () => {
  writeFileSync(join(folder, 'index.html'), '<html lang="pt-BR">');
  expect(await folds()).toEqual({ folded: 3, open: 0 });
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('<html lang="pt-BR"');
});

longTest(`report --print-all folds nothing${whyLong('it draws every page anew')}`, async () => {
  expect(await folds('--print-all')).toEqual({ folded: 0, open: 3 });
});
