import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { commandLineOf, processesOf } from '#machine';
import { parseRunRecord, type RunRecord } from '#record';
import { fewNote, fewOf } from '../testing/few-of.ts';
import { newFolder } from '../testing/new-folder.ts';
import { runLab, startLab } from '../testing/start-lab.ts';

const small = ['run', '--quick', '--experiments', 'part-2', '--servers', 'serial', '--out'];

const handIn = ['hand-in.html', 'hand-in.md'];
const drawn = ['index.html', 'report.md', 'compare.html', ...handIn];
const all = [...drawn, 'run.json'].sort();

const note = whyLong('its parts are tried by themselves');

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const recordIn = (folder: string): RunRecord => parseRunRecord(read(folder, 'run.json'));

describe('runCommand', () => {
  test('runCommand writes record and report', async () => {
    const folder = newFolder();
    const run = await runLab(...small, folder, '--json', '--author', "O'Hara");
    expect(run.code).toBe(0);
    const record = parseRunRecord(run.stdout);
    expect(record).toEqual(recordIn(folder));
    expect(record).toMatchObject({
      size: 'quick',
      author: "O'Hara",
      command: String.raw`npm start -- --quick --experiments part-2 --servers serial --out ${folder} --json --author 'O'\''Hara'`,
      servers: ['server-serial'],
      experiments: [{ id: 'part-2', outcome: { status: 'done' } }],
      interrupted: false,
    });
    expect(record.claims.filter(({ verdict }) => verdict !== 'not-tried')).toHaveLength(4);
    expect(run.stderr).toMatch(/^❯ Part 2: two clients, one at a time\n✔ part-2: Yes, but not in connect: .+ waited [\d.]+ m?s.* \[.+\]$/m);
    expect(run.stderr).not.toContain('\u001b');
    expect(readdirSync(folder).sort()).toEqual(all);
  });

  longTest(`runCommand's pages are drawn again by report, byte for byte${note}`, async () => {
    const folder = newFolder();
    await runLab(...small, folder, '--author', "O'Hara");
    const pages = drawn.map((file) => read(folder, file));
    for (const file of drawn) rmSync(join(folder, file));
    expect(await runLab('report', join(folder, 'run.json'))).toMatchObject({ code: 0, stderr: '' });
    expect(drawn.map((file) => read(folder, file))).toEqual(pages);
    writeFileSync(join(folder, 'bench.json'), '');
    const lost = await runLab('report', join(folder, 'run.json'));
    expect(lost.stderr).toMatch(/^.+bench\.json is no record that this version can read \(.+\n$/);
    expect(lost.code).toBe(1);
    expect(drawn.map((file) => read(folder, file))).toEqual(pages);
  });

  longTest(`runCommand keeps what was there, and speaks Portuguese${note}`, async () => {
    const folder = newFolder();
    await runLab(...small, folder, '--author', "O'Hara");
    const before = recordIn(folder);
    const { code, stdout } = await runLab(...small, folder, '--lang', 'pt-BR', '--author', 'Ana Souza');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^não se confirma +Enquanto o primeiro cliente é atendido/m);
    expect(stdout).toMatch(/^Servidores não pedidos \(8\): server-async,/m);
    expect(stdout).toMatch(/^Menores do que com --thorough \(1\): part-2\.$/m);
    for (const file of ['index.html', ...handIn]) expect(stdout).toContain(join(folder, file));
    expect(Math.max(...stdout.split('\n').filter((line) => !line.includes('/')).map((line) => line.length))).toBeLessThanOrEqual(80);
    const earlier = join(folder, before.startedAt.replaceAll(':', '-').replace(/\.\d+Z$/, 'Z'));
    expect(readdirSync(folder).sort()).toEqual([earlier.slice(folder.length + 1), ...all].sort());
    expect(recordIn(earlier)).toEqual(before);
    expect(readdirSync(earlier).sort()).toEqual(all);
    expect(read(folder, 'hand-in.html')).toContain('<bdi>Ana Souza</bdi>');

    const pages = drawn.map((file) => read(folder, file));
    for (const file of drawn) rmSync(join(folder, file));
    expect(await runLab('report', join(folder, 'run.json'), '--lang', 'pt-BR')).toMatchObject({ code: 0, stderr: '' });
    expect(drawn.map((file) => read(folder, file))).toEqual(pages);
  });

  test('runCommand stopped by SIGINT keeps what was measured, leaves no process, and exits 130', async () => {
    const folder = newFolder();
    const { child, finished } = startLab([...small, folder, '--author', ' ']);
    const pid = child.pid ?? 0;
    const serving = (): boolean => processesOf(pid).some((one) => commandLineOf(one.pid).includes('server-serial'));
    while (!serving()) await setTimeout(20);
    const tree = processesOf(pid);
    child.kill('SIGINT');
    const { code, stdout } = await finished;
    expect(code).toBe(130);
    expect(stdout).toContain('Stopped after 0 of 1 experiments');
    const record = recordIn(folder);
    expect(record).toMatchObject({ interrupted: true, experiments: [] });
    expect(record.claims[0]?.because.text.en).toBe('The run was stopped before the experiment part-2 was done.');
    expect(readdirSync(folder).sort()).toEqual(all.filter((file) => !handIn.includes(file))); // Nobody hands it in.
    expect(tree.length).toBeGreaterThan(1);
    expect(tree.flatMap((one) => processesOf(one.pid)).filter(({ pid, started }) => tree.some((one) => one.pid === pid && one.started === started))).toEqual([]);
  });

  longTest(`runCommand takes out a server that breaks the contract, goes on with the others, names it and exits 1${note}`, async () => {
    const folder = newFolder();
    const plain = `${process.execPath} -e "require('node:net').createServer((socket) => socket.pipe(socket)).listen({port})"`;
    const server = `liar:overlapping=${plain}`;
    const flags = ['run', '--quick', '--servers', 'serial', '--experiments', 'part-1,part-2', '--server', server];
    const { code, stderr } = await runLab(...flags, '--out', folder);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^liar was taken out: liar broke the contract, echo\//);
    const { experiments, fallen } = recordIn(folder);
    expect(fallen).toMatchObject([{ server: 'liar' }]);
    expect(experiments).toMatchObject([
      { id: 'part-1', outcome: { findings: { tables: [{ rows: expect.arrayContaining([expect.arrayContaining(['server-serial', 'Echo: Cliente 1']), expect.arrayContaining(['liar', { en: 'taken out', 'pt-BR': 'retirado' }])]) }] } } },
      { id: 'part-2', outcome: { status: 'done' } },
    ]);
    for (const file of ['index.html', 'report.md']) expect(read(folder, file)).toContain('Without liar, which was taken out');
  });

  test(`runCommand exits 2 and names what there is${fewNote}`, async () => {
    const wrong = fewOf<readonly [args: readonly string[], sentence: string]>([
      [['--servers', 'python-threads'], 'needs one of server-serial, server-async'],
      [['--servers', 'nope'], 'there is no server server-nope; there are server-serial, server-async'],
      [['--experiments', 'nope'], 'there is no experiment nope; there are '],
      [['--server', 'nc:overlapping=nc localhost'], '{port}'],
      [['--server', 'nc=nc {port}'], 'what it promises'],
      [['--server', 'server-async:serial=x {port}'], 'server-async stands there twice'],
      [['--quick', '--thorough'], '--thorough'],
      [['--lang', 'pt-BR', '--servers', 'nope'], 'não existe o servidor server-nope'],
    ], 2);
    const results = await Promise.all(wrong.map(([args]) => runLab('run', ...args)));
    results.forEach((result, index) => {
      expect(result).toMatchObject({ code: 2, stdout: '' });
      expect(result.stderr).toContain(wrong[index]?.[1]);
    });
  });

  test('runCommand and reportCommand say in one line what they cannot write or read, and exit 1 before anything runs', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '{"schema":"other"}');
    const truncated = newFolder();
    writeFileSync(join(truncated, 'bench.json'), '{"schema":"echo-lab/bench",');
    const [late, run, none, bad] = await Promise.all([
      runLab(...small, truncated),
      runLab(...small, join(file, 'folder')),
      runLab('report', join(newFolder(), 'run.json')),
      runLab('report', file),
    ]);
    expect(run.stderr).toMatch(/^nothing can be written to .+ \(ENOTDIR\); choose another folder with --out\n$/);
    expect(none.stderr).toMatch(/^there is no record .+run\.json; make one with npm start\n$/);
    expect(bad.stderr).toMatch(/^.+file is no record that this version can read \(schema: .+\); make one with npm start\n$/);
    expect(late.stderr).toMatch(/^.+bench\.json is no record that this version can read \(.+\), and belongs into the report; move it away/);
    expect(readdirSync(truncated)).toEqual(['bench.json']);
    for (const result of [late, run, none, bad]) expect(result).toMatchObject({ code: 1, stdout: '' });
  });
});
