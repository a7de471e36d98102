import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { type BenchRecord, parseBenchRecord } from '#record';
import { fewNote, fewOf } from '../testing/few-of.ts';
import { newFolder } from '../testing/new-folder.ts';
import { type Finished, runLab, startLab } from '../testing/start-lab.ts';

const root = join(import.meta.dirname, '../../../..');
const broken = `${process.execPath} ${join(root, 'libs/measure/src/testing/broken-server.ts')}`;

const bench = (...args: readonly string[]): Promise<Finished> => runLab('bench', ...args);
const recordIn = (folder: string): BenchRecord => parseBenchRecord(readFileSync(join(folder, 'bench.json'), 'utf8'));

const small = ['--quick', '--rounds', '2', '--servers', 'none', '--scenarios', 'start,single'];

describe('benchCommand', () => {
  test('benchCommand measures servers side by side, and draws the report', async () => {
    const folder = newFolder();
    const servers = ['--server', `a=${broken} right {port}`, '--peers', 'node-batched,python-blocking', '--baseline', 'a'];
    const first = await bench(...small, ...servers, '--out', folder);
    expect(first.stderr).toContain('left out: python-blocking, it does not speak the framing line');
    expect(first.stderr).toContain('holding node-batched to the contract');
    expect(first.stderr).toMatch(/^round 2 of 2: a {2}start .+, single .+$/m);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^One client \(single\): One connection with one message in flight\.$/m);
    expect(first.stdout).toMatch(/^a +[\d.]+ [µm]s( \(.+\))? +1× /m);
    expect(first.stdout).toContain('npm run bench -- --quick --rounds 2 --servers none --scenarios start,single --server ');
    expect(first.stdout).toMatch(/^node-batched +[\d.]+ [µm]s( \(.+\))? +[\d.]+× \(.+–.+\)/m);
    const record = recordIn(folder);
    expect(record).toMatchObject({ size: 'quick', rounds: 2, baseline: 'a', interrupted: false });
    expect(record.servers.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['a outside', 'node-batched peer']);
    expect(record.scenarios.map(({ id, results }) => [id, results.length])).toEqual([
      ['start', 2],
      ['single', 2],
    ]);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('What each server costs');
    expect(readdirSync(folder).sort()).toEqual(['bench.json', 'index.html', 'report.md']);
  });

  longTest(`benchCommand tells how late the event loop of one server is, in a quick run, too${whyLong('libs/bench tells what a round has of it')}`, async () => {
    const folder = newFolder();
    const once = ['--quick', '--rounds', '1', '--servers', 'async', '--scenarios', 'hash'];
    const { code, stdout } = await bench(...once, '--out', folder);
    expect(code).toBe(0);
    // A table writes its heads in several lines.
    expect(stdout).toMatch(/event-loop/);
    expect(recordIn(folder).scenarios[0]?.results[0]?.figures['loop-delay-p90']?.value).toBeGreaterThan(0);
  });

  longTest(`benchCommand compares with an earlier run, which it keeps${whyLong('it measures twice')}`, async () => {
    const folder = newFolder();
    const server = ['--server', `a=${broken} right {port}`];
    await bench(...small, ...server, '--out', folder);
    const record = recordIn(folder);
    const again = [...server, '--compare', join(folder, 'bench.json'), '--json'];
    const threshold = ['--threshold', 'single:p99<1us', '--threshold', 'start:memory>1kB', '--lang', 'pt-BR'];
    const second = await bench(...small, ...again, ...threshold, '--out', folder);
    expect(second.code).toBe(99);
    expect(parseBenchRecord(second.stdout)).toEqual(recordIn(folder));
    expect(second.stderr).toMatch(/^single:p99<1us não foi cumprido: single, a: .+$/m);
    expect(second.stderr).not.toContain('memory>1kB não foi cumprido');
    expect(second.stderr).toMatch(/^\d+ números? não permitem? dizer/m);
    expect(second.stderr).toContain('Mudanças desde');
    const earlier = readdirSync(folder).find((name) => name.startsWith('20')) ?? '';
    expect(recordIn(join(folder, earlier))).toEqual(record);
  });

  test('benchCommand does not time a server that breaks the contract, says so in one sentence, and exits 1', async () => {
    const { code, stderr } = await bench(...small, '--server', `x=${broken} corrupts {port} 0`, '--out', newFolder());
    expect(stderr).toMatch(/^ended early: x is not timed, because it breaks the contract, echo\/.+$/m);
    expect(code).toBe(1);
  });

  longTest(`benchCommand ends with one sentence and exit 1 when a server replies wrong or dies, and keeps what was measured${whyLong('each is held to the contract first')}`, async () => {
    const ends = async (kind: string, sentence: RegExp): Promise<void> => {
      const folder = newFolder();
      const { code, stderr, stdout } = await bench(...small, '--server', `x=${broken} ${kind} {port} 20 load`, '--csv', '--out', folder);
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(/\n +at /);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^start,x,start-up,ms,\d/m);
      expect(recordIn(folder)).toMatchObject({ interrupted: false, scenarios: [{ results: [{ server: 'x' }] }, { results: [] }] });
    };
    await Promise.all([
      ends('dies', /^ended early: x (ended with 3|replied wrong .+)$/m),
      ends('swaps', /^ended early: x replied wrong \(lost \d+, out of order \d, corrupted \d\): expected .+$/m),
    ]);
  });

  longTest(`benchCommand stopped by SIGHUP keeps what was measured and exits 129${whyLong('a run is stopped the same way')}`, async () => {
    const folder = newFolder();
    // The page that lies there is in Portuguese, and stays so, where no language is asked for.
    writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="pt-BR">');
    const { child, finished, said } = startLab(['bench', ...small, '--rounds', '50', '--server', `x=${broken} right {port}`, '--out', folder]);
    await said('round 1 of 50');
    child.kill('SIGHUP');
    const { code, stderr } = await finished;
    expect(stderr).toContain('stopped; what was measured by then is kept');
    expect(code).toBe(129);
    const record = recordIn(folder);
    expect(record.interrupted).toBe(true);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toMatch(/^<!doctype html>\s*<html lang="pt-BR"[^]*Quanto custa cada servidor/);
    expect(record.scenarios[1]?.results[0]?.rounds['cpu']?.length).toBeGreaterThan(0);
  });

  test(`benchCommand exits 2 and names what there is${fewNote}`, async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '{}');
    const truncated = newFolder();
    writeFileSync(join(truncated, 'run.json'), '{"schema":"echo-lab/run",');
    const wrong = fewOf<readonly [args: readonly string[], sentence: string, code: number]>([
      [['--servers', 'nope'], 'there is no server nope; there are server-serial', 2],
      [['--peers', 'nope'], 'there is no peer nope; there are ', 2],
      [['--scenarios', 'nope'], 'there is no scenario nope; there are start, idle', 2],
      [['--servers', 'none'], 'there is nothing to measure', 2],
      [['--server', 'x'], 'has no {port}', 2],
      [['--server', 'go=x {port}', '--server', 'go=y {port}'], 'go stands there twice', 2],
      [['--threshold', 'p98<1'], "--threshold 'p98<1' is not understood", 2],
      [['--baseline', 'nope'], '--baseline nope is none of the servers', 2],
      [['--quick', '--thorough'], '--thorough', 2],
      [['--lang', 'pt-BR', '--servers', 'nope'], 'não existe o servidor nope', 2],
      [['--out', truncated], 'run.json is no record that this version can read', 1],
      [['--compare', file, '--out', newFolder()], 'is no record of the bench that this version can read', 1],
    ], 2);
    const all = await Promise.all(wrong.map(([args]) => bench(...args)));
    all.forEach((result, index) => {
      expect(result.stderr).toContain(wrong[index]?.[1]);
      expect(result).toMatchObject({ code: wrong[index]?.[2], stdout: '' });
    });
  });
});
