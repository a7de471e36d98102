import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { longTest, whyLong } from '#long-test';
import { fewNote, fewOf } from '../testing/few-of.ts';
import { newFolder } from '../testing/new-folder.ts';
import { type Finished, startLab } from '../testing/start-lab.ts';

/** Runs the command as a person does, without a terminal. */
function compare(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return startLab(['compare', ...args], env).finished;
}

const note = whyLong('each loads the compiler of TypeScript anew');

describe('compare', () => {
  test('shows what differs as a unified diff, below a strip of figures', async () => {
    const { code, stdout, stderr } = await compare(['serial', 'async']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^figure +server-serial +server-async\nstatements +\d+ +\d+\n/);
    expect(stdout).toContain('\n--- apps/server-serial/src/model.ts\n+++ apps/server-async/src/model.ts\n@@ ');
    expect(stdout).toMatch(/\n- +await serveConnection\(connection\);.*\n\+ +void serveConnection\(connection\);/);
    expect(stdout).toContain('The same in both: main.ts');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/cyclomatic complexity +\d+ \(\d+\)/);
    expect(stdout.replaceAll('\n', ' ')).toContain('first their sum, then, in brackets, the largest of them');
  });

  longTest(`shows colour where it is asked for${note}`, async () => {
    const { stdout } = await compare(['serial', 'async'], { FORCE_COLOR: '1' });
    expect(stdout).toMatch(/\u001b\[31m- +await serveConnection/);
  });

  longTest(`takes names with and without server-, in either order, and speaks Portuguese${note}`, async () => {
    const { code, stdout } = await compare(['server-threads', 'cluster', '--lang', 'pt-BR']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^número +server-threads +server-cluster\ninstruções/);
    expect(stdout).toContain('Diferem em: processo ou thread.');
    expect(stdout).toMatch(/complexidade ciclomática +\d+ \(\d+\)/);
    expect(stdout.replaceAll('\n', ' ')).toContain('primeiro a soma e depois, entre parênteses, a maior');
  });

  test('writes one JSON object with --json', async () => {
    const { stdout } = await compare(['async', 'cluster', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'echo-lab/compare/1',
      differsIn: 'where it runs',
      approaches: [
        { name: 'server-async', workers: 'none', code: { imports: { node: [] } }, run: {} },
        { name: 'server-cluster', workers: 'processes', code: { imports: { node: ['node:cluster'] } }, run: {} },
      ],
      files: expect.arrayContaining([
        expect.objectContaining({ name: 'main.ts', same: true, diff: '' }),
        expect.objectContaining({
          name: 'worker.ts',
          left: null,
          same: false,
          diff: expect.stringContaining('--- /dev/null\n'),
        }),
      ]),
    });
  });

  test.each(fewOf<readonly [args: readonly string[], said: string]>([
    [
      ['serial', 'nobody'],
      `there is no approach nobody; there are ${approaches()
        .map(({ name }) => name.replace('server-', ''))
        .join(', ')}`,
    ],
    [['async', 'server-async'], 'server-async against itself shows no difference'],
    [['async'], 'missing required argument'],
    [['serial', 'async', '--out', 'x'], "unknown option '--out'"],
  ]))(`ends with 2 when called as %j${fewNote}`, async (args, said) => {
    const { code, stdout, stderr } = await compare(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  longTest(`goes on without a record that it cannot read, and says so${note}`, async () => {
    const record = join(newFolder(), 'run.json');
    writeFileSync(record, '{"schema":"something else"}');
    const { code, stdout, stderr } = await compare(['serial', 'async', '--record', record]);
    expect(code).toBe(0);
    expect(stdout).toContain('server-serial');
    expect(stderr).toMatch(/^\S+run\.json is no record of a run that can be read \(schema: .+\); its figures are left out\n$/);
  });
});
