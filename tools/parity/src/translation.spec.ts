import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { differences, translationProblems } from './translation.ts';

test('every document in Portuguese is parallel to the English one', () => {
  expect(translationProblems(join(import.meta.dirname, '../../..'))).toEqual([]);
});

const english = `# Title

[In Portuguese](README.pt-BR.md)

## Start

    npm start        # all of it
    npm test

It takes 3.48 ms, or 10,000 with \`--quick\`; [more](docs/more.md).
`;
const portuguese = `# Título

[Em inglês](README.md)

## Iniciar

    npm start        # tudo
    npm test

Leva 3,48 ms, ou 10.000 com \`--quick\`; [mais](docs/more.md).
`;

test('differences() are none between documents of which each has its own words', () => {
  expect(differences(english, portuguese)).toEqual([]);
});

test.each([
  ['a heading less', '## Iniciar\n', '', 'has headings of levels 1, the English one 1 2'],
  ['a heading of another level', '## Iniciar', '### Iniciar', 'has headings of levels 1 3, the English one 1 2'],
  ['another command', 'npm test', 'npm run test', 'Iniciar: other commands; only here: npm run test; only in English: npm test'],
  ['commands in another order', /( {4}npm start.*\n)(.*\n)/, '$2$1', 'Iniciar: other commands; only here: ; only in English: '],
  ['another option', '--quick', '--thorough', 'Iniciar: other code; only here: --thorough; only in English: --quick'],
  ['another link', 'docs/more.md', 'docs/less.md', 'Iniciar: other links; only here: docs/less.md; only in English: docs/more.md'],
  ['another figure', '10.000', '1.000', 'Iniciar: other figures; only here: 1000; only in English: 10000'],
])('differences() finds %s', (_, from, to, problem) => {
  expect(differences(english, portuguese.replace(from, to))).toEqual([problem]);
});
