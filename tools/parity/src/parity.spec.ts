import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { parityProblems } from './parity.ts';

const root = join(import.meta.dirname, '../../..');

describe('the workspace', () => {
  test('keeps them parallel', () => {
    expect(parityProblems(root)).toEqual([]);
  });
});

describe('parityProblems()', () => {
  let copy = '';
  const file = (path: string): string => join(copy, 'apps/server-async', path);
  const edit = (path: string, change: (text: string) => string): void => {
    writeFileSync(file(path), change(readFileSync(file(path), 'utf8')));
  };

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'parity-'));
    for (const { name, folder } of approaches(root)) cpSync(folder, join(copy, 'apps', name), { recursive: true });
  });
  afterEach(() => {
    rmSync(copy, { recursive: true });
  });

  test.each<[string, () => void, string]>([
    ['a main.ts that drifted', () => { edit('src/main.ts', (text) => `${text}\n`); }, 'src/main.ts: differs'],
    ['a contract.spec.ts that drifted', () => { edit('src/contract.spec.ts', () => ''); }, 'src/contract.spec.ts: differs'],
    ['a model.spec.ts that is missing', () => { rmSync(file('src/model.spec.ts')); }, 'src/model.spec.ts: is missing'],
    ['a target of its own', () => { edit('project.json', (text) => text.replace('"serve": {}', '"serve": { "cache": true }')); }, 'project.json: differs'],
    ['a model with another name', () => { edit('src/model.ts', (text) => text.replace("'server-async'", "'server-one'")); }, 'model.ts: is not named'],
    ['a README without one of the headings', () => { edit('README.md', (text) => text.replace('## Draining', '## Ending')); }, 'README.md: needs'],
    ['a README whose diagram is gone', () => { edit('README.md', (text) => text.replace('sequenceDiagram', 'graph')); }, 'README.md: needs a sequence diagram'],
    ['a diagram without the reply', () => { edit('README.md', (text) => text.replaceAll('reply: ', '')); }, 'shows accept, hand over, reply'],
    ['a diagram that stands elsewhere', () => { edit('README.md', (text) => text.replace(/(```mermaid[^`]*```)([^]*## Serving\n)/, '$2$1')); }, 'under Topology'],
  ])('finds %s', (_, breakIt, problem) => {
    breakIt();
    expect(parityProblems(copy)).toEqual([expect.stringContaining(problem)]);
  });

  test.each(approaches(root).map(({ name }) => name))('names %s when it is the one that drifted', (name) => {
    writeFileSync(join(copy, 'apps', name, 'src/main.ts'), '');
    expect(parityProblems(copy)).toEqual([`apps/${name}/src/main.ts: differs from that of the other approaches`]);
  });
});
