import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { bridge, bridgeTitle } from './bridge.ts';

const root = join(import.meta.dirname, '../../../..');
const readmes = [['en', 'README.md'], ['pt-BR', 'README.pt-BR.md']] as const;

/** What a table of Markdown says, without links and code. */
const plain = (markdown: string): string => markdown.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll('`', '');

test.each(readmes.filter(([, file]) => existsSync(join(root, file))))('bridge in %s stands word for word in %s', (language, file) => {
  const readme = plain(readFileSync(join(root, file), 'utf8'));
  const texts = bridge.rows.map((row) =>
    row.map((cell) => (cell === null ? '–' : typeof cell === 'string' ? cell : 'en' in cell ? cell[language] : '')).join(' | '),
  );
  expect(texts.filter((text) => !readme.includes(`| ${text} |`))).toEqual([]);
  expect(readme).toContain(`\n## ${bridgeTitle[language]}\n`);
});
