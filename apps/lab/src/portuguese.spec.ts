import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { workspaceRoot } from '#approaches';
import { commandEnvironment } from './testing/command-environment.ts';
import { fewNote, fewOf } from './testing/few-of.ts';

interface Said {
  readonly code: number | null;
  readonly output: string;
}

/** A program's whole life where the locale is Portuguese. */
function said(program: string, ...args: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(workspaceRoot, 'apps', program, 'src/main.ts'), ...args], {
    encoding: 'utf8',
    env: commandEnvironment({ LC_ALL: 'pt_BR.UTF-8' }),
  });
  return { code: status, output: stdout + stderr };
}

/** Words that no sentence in Portuguese has: those of commander, and the little ones of any English sentence. */
const english =
  /\b(?:usage|options?|arguments?|commands?|choices|default|error|unknown|missing|invalid|allowed|required|display|the|of|is|with)\b/i;
/** Options and values stand as they are typed. */
const typed = /--[\w-]+|<[\w-]+(?:\|[\w-]+)+>|'[^']*'|"[^"]*"/g;

function englishIn(output: string): readonly string[] {
  return output.replace(typed, '').split('\n').filter((line) => english.test(line));
}

const overview = said('lab', '--help').output;
const commands = Array.from(overview.matchAll(/^ {2}([a-z][a-z:]*) /gm), ([, name = '']) => name).filter((name) => name !== 'help');

test('lab --help names every command, in Portuguese alone', () => {
  expect(commands).toEqual(expect.arrayContaining(['run', 'report', 'advise', 'bench', 'compare', 'compare:page', 'verify', 'measure']));
  expect(englishIn(overview)).toEqual([]);
});

test.each(fewOf([['lab'], ['client'], ['server-cluster'], ...commands.map((name) => ['lab', name])], 3))(
  `no English remains in help: %s %s${fewNote}`,
  (program, ...command) => {
    const help = said(program, ...command, '--help');
    expect([help.code, englishIn(help.output)]).toEqual([0, []]);
    expect(help.output).toMatch(/^Uso: /);
  },
);

test.each([['lab', 'verify'], ['client'], ['server-cluster']])('no English remains in what is said of wrong usage: %s %s', (program, ...command) => {
  const wrong = said(program, ...command, '--nope');
  expect([wrong.code, englishIn(wrong.output)]).toEqual([2, []]);
  expect(wrong.output).toMatch(/ a opção /);
});

test('English that remains is found', () => {
  expect(englishIn("error: unknown option '--nope'\n")).toHaveLength(1);
  expect(englishIn('Uso: lab [options]\n')).toHaveLength(1);
});
