import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { fewNote, fewOf } from '../testing/few-of.ts';
import { type Finished, runLab } from '../testing/start-lab.ts';

const root = join(import.meta.dirname, '../../../..');
const peer = `${process.execPath} ${join(root, 'tools/peers/node-batched/main.ts')} --port {port}`;
const short = ['--connections', '2', '--in-flight', '4', '--messages', '1000', '--warmup', '0', '--rounds', '2'];

const measure = (...args: string[]): Promise<Finished> => runLab('measure', ...args);

describe('measureCommand', () => {
  test('measureCommand holds servers against the baseline in a table', async () => {
    const servers = ['--server', `a=${peer}`, '--server', `b=${peer}`, '--baseline', 'b'];
    const result = await measure(...servers, ...short);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('2 connections with 4 in flight, messages of 100 bytes');
    const [head = '', ...rows] = result.stdout.split('\n').filter((line) => /^(server|a|b) /.test(line));
    expect(head).toMatch(/^server +CPU µs\/message +user +system +ratio +messages\/s +PSS idle +under load$/);
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row.length)).toEqual([head.length, head.length]);
    expect(result.stderr.trim().split('\n')).toHaveLength(4);
  });

  longTest(`measureCommand writes one JSON object with --json, and says in Portuguese how far it is${whyLong('it measures once more')}`, async () => {
    const result = await measure('--server', `a=${peer}`, '--json', '--mode', 'connect', '--lang', 'pt-BR', ...short);
    expect(result.stderr).toContain('rodada 1 de 2: a');
    expect(JSON.parse(result.stdout)).toMatchObject({
      schema: 'echo-lab/measure/1',
      mode: 'connect',
      messages: 1000,
      baseline: 'a',
      servers: [{ server: 'a', connections: 2, median: {}, rounds: [{ messages: 1000 }, { messages: 1000 }] }],
    });
  });

  longTest(`measureCommand exits 1 with one line when a server is unknown, died, or replies wrong${whyLong('libs/measure finds it out')}`, async () => {
    const broken = `${process.execPath} ${join(root, 'libs/measure/src/testing/broken-server.ts')}`;
    for (const [args, line] of [
      [['server-nope'], /^there is no server server-nope; there are .*server-async.*\n$/],
      [['--server', `x=${broken} unstartable {port}`], /^x ended with 1: the disk is full\n$/],
      [['--server', `x=${broken} corrupts {port}`], /^x replied wrong \(lost \d+, out of order 0, corrupted \d\): .+\n$/],
      [['--server', `x=${broken} dies {port}`], /^x (ended with 3|replied wrong .+)\n$/],
    ] as const) {
      const result = await measure(...args, ...short);
      expect(result.stderr).toMatch(line);
      expect(result.code).toBe(1);
    }
  });

  test(`measureCommand exits 2 and names the flag${fewNote}`, async () => {
    const wrong = fewOf<readonly [args: readonly string[], said: string]>([
      [[], '--server'],
      [['--rounds', '0'], '--rounds'],
      [['--duration', '2h'], '--duration'],
      [['--mode', 'walk'], '--mode'],
      [['--server', 'nc 127.0.0.1'], '{port}'],
      [['--server', `a=${peer}`, '--baseline', 'b'], '--baseline'],
      [['--connections', '10000', '--in-flight', '1000'], '--in-flight'],
      [['--nope'], '--nope'],
    ]);
    for (const [args, line] of wrong) {
      const result = await measure(...args);
      expect(result.stderr).toContain(line);
      expect(result).toMatchObject({ code: 2, stdout: '' });
    }
  });
});
