import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type Language, languages } from '#command-line';
import type { Step } from '#experiments';
import { commandEnvironment } from '../testing/command-environment.ts';
import { sampleSteps as steps } from '../testing/sample-steps.ts';
import { runCatalogues } from './catalogue.ts';
import { progressOf } from './progress.ts';

const expected: Readonly<Record<Language, readonly string[]>> = {
  en: ['✔ part-2: The second one waits 603 ms (598–611 ms) and', '↓ kernel-queue skipped: there is no', '✖ endings failed: there is no', '✔ Two clients'],
  'pt-BR': ['✔ part-2: O segundo espera 603 ms (598–611 ms) and', '↓ kernel-queue pulado: não há', '✖ endings falhou: não há', '✔ Dois clientes'],
};

let written = '';
const { isTTY } = process.stderr;

beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  Object.assign(process.stderr, { isTTY });
});

const linesOf = (text: string): string[] => stripVTControlCharacters(text).trimEnd().split('\n');
const lines = (): string[] => linesOf(written);

/** In a process of its own: what listr2 writes with is loaded in a way that Jest has not. */
const live = join(import.meta.dirname, '../testing/show-live-progress.ts');
const run = promisify(execFile);

describe.each(languages)('progressOf() in %s', (language) => {
  const { signal } = new AbortController();

  test('says each answer with its figures, and why there is none, whole on a line where stderr is no terminal', async () => {
    Object.assign(process.stderr, { isTTY: false });
    await progressOf(runCatalogues[language], signal).perform(steps);
    const ends = lines().filter((line) => !line.startsWith('❯'));
    expect(lines()).toHaveLength(2 * steps.length);
    for (const [index, start] of expected[language].entries()) expect(ends[index]).toContain(start);
    for (const end of ends.slice(0, 3)) expect(end).toMatch(/however many there are \[.+\]$/);
    expect(written).not.toContain('\u001b');
  });

  test('cuts it at a word to the width of the terminal', async () => {
    const shown = await run(process.execPath, [live, language, '72'], { env: commandEnvironment() });
    const last = linesOf(shown.stderr).slice(-steps.length);
    for (const [index, line] of last.entries()) {
      expect(line.length).toBeLessThanOrEqual(72);
      expect(line).toContain(expected[language][index]);
      if (index < 3) expect(line).toMatch(/\w…( \[.+\])?$/);
    }
  });
});

test('progressOf() begins nothing more when the run is stopped, and says of what was under way that it was', async () => {
  Object.assign(process.stderr, { isTTY: false });
  const stop = new AbortController();
  const stopping: Step = {
    title: { en: 'Two clients', 'pt-BR': 'Dois clientes' },
    id: 'part-2',
    run: () => {
      stop.abort();
      return Promise.resolve(undefined);
    },
  };
  await progressOf(runCatalogues.en, stop.signal).perform([stopping, ...steps]);
  expect(lines()).toEqual(['❯ Two clients', '↓ part-2: stopped']);
});
