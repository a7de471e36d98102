import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { approaches } from '#approaches';
import { type Advice, advise, type Question } from '#experiments';
import { type Findings, quantity, type RunRecord, writeStatement } from '#record';
import { fewNote, fewOf } from '../testing/few-of.ts';
import { newFolder } from '../testing/new-folder.ts';
import { type Finished, runLab } from '../testing/start-lab.ts';

const servers = ['server-serial', 'server-async', 'server-reactive', 'server-cluster', 'server-threads'];
const text = { en: 'x', 'pt-BR': 'x' };

/** As a quiet machine of 4 cores might give it: every message costs 20 µs, workers use their cores well. */
function record(change: Partial<RunRecord> = {}): RunRecord {
  const each = (unit: 'µs' | 'bytes' | 'ratio', value: (server: string) => number): Findings['figures'][string] =>
    Object.fromEntries(servers.map((server) => [server, quantity(value(server), unit)]));
  const ranges = (low: number, high: number): Findings['figures'][string] =>
    Object.fromEntries(servers.map((server) => [server, { ...quantity((low + high) / 2, 'ms'), low, high, repeats: 3 }]));
  const workers = (server: string): boolean => /cluster|threads/.test(server);
  const figures: Findings['figures'] = {
    'cpu-message': each('µs', () => 20),
    'cpu-connection': each('µs', () => 100),
    'reply-p50': ranges(0.1, 0.2),
    'reply-p99': ranges(0.4, 1),
    'memory-idle': each('bytes', (server) => ({ 'server-cluster': 160e6, 'server-threads': 90e6 })[server] ?? 50e6),
    'memory-connection': each('bytes', () => 10e3),
    'speed-up': each('ratio', (server) => (workers(server) ? 3.6 : 1)),
    'total-for-n-clients': {},
  };
  const points = [{ x: 1, y: 1 }, { x: 1_000, y: 1 }];
  const axis = { label: text, unit: 'count', scale: 'linear' } as const;
  const findings: Findings = {
    answer: { text, figures: {} },
    notes: [],
    links: [], timelines: [],
    tables: [],
    traces: [],
    charts: [
      { kind: 'curves', title: text, description: text, x: axis, y: axis, series: [{ label: text, kind: 'measured', points }] },
    ],
    figures,
  };
  return {
    schema: 'echo-lab/run',
    version: 1,
    startedAt: new Date().toISOString(),
    took: 1,
    size: 'default',
    command: 'npm start',
    environment: { node: '26.10.0', kernel: 'Linux', architecture: 'x64', cpu: 'made up', cores: 4, memoryBytes: 8e9 },
    servers,
    experiments: [
      { id: 'all', title: text, question: text, method: { text, figures: {} }, took: 1, outcome: { status: 'done', findings } },
    ],
    claims: [],
    conclusions: { which: { title: text, columns: [], rows: [] }, sentences: [] },
    leftOut: [],
    interrupted: false,
    ...change,
  };
}

/** Upon a record; or upon none. */
function command(given: RunRecord | undefined, ...args: readonly string[]): Promise<Finished> {
  const file = join(newFolder(), 'run.json');
  if (given !== undefined) writeFileSync(file, JSON.stringify(given));
  return runLab('advise', ...args, '--record', file);
}

const adviceFor = (question: Partial<Question>, given = record()): Advice | undefined =>
  advise({
    record: given,
    question: { clients: 1, hold: 1_000, cpu: 0, messages: 1, cores: 4, ...question },
    approaches: approaches(),
    now: new Date(),
    commit: undefined,
  });
const said = (advice: Advice | undefined): readonly string[] =>
  (advice?.reasons ?? []).map((reason) => writeStatement(reason, 'en'));

describe('advise()', () => {
  test('advise() takes one event loop for many that only hold, and says that a crash takes all', () => {
    const advice = adviceFor({ clients: 1_000, hold: 10_000 });
    expect(advice).toMatchObject({ server: 'server-async', sure: 'well', doubts: [] });
    expect(said(advice)[1]).toMatch(/^If a crash must not take all clients with it: server-cluster loses 25% of them/);
  });

  test('advise() takes workers for many that compute, by the cores that they were measured to use', () => {
    const advice = adviceFor({ clients: 1_000, hold: 2_000, cpu: 4 });
    expect(advice?.server).toBe('server-threads');
    // 499 clients/s at 4.12 ms each, on 3.6 cores' worth.
    expect(said(advice)[0]).toContain('on 4 cores the clients keep it 57.1% busy');
    expect(said(advice)[2]).toContain('server-cluster would do as well, with 170 MB of memory where server-threads takes 100 MB.');
  });

  test('advise() takes one at a time for one client alone, whom two would make wait', () => {
    expect(adviceFor({ clients: 1 })?.server).toBe('server-serial');
    const two = adviceFor({ clients: 2 });
    expect(two?.server).toBe('server-async');
    expect(two?.predictions[0]).toMatchObject({ server: 'server-serial', load: 2, fit: 'overloaded' });
    expect(two?.predictions[0]?.reply.from).toBeCloseTo(1_000, -1);
  });

  test('advise() names between what a client is answered: as measured from sending on, computing, and the wait for others', () => {
    // Nobody waits: half take at least the least median of the rounds, 99 of 100 at most the greatest 99th percentile.
    const idle = adviceFor({ clients: 1, hold: 3_600_000 });
    expect(idle?.predictions[1]?.reply).toMatchObject({ from: 0.1, to: 1 });
    const computing = adviceFor({ clients: 1, hold: 3_600_000, cpu: 5 });
    expect(computing?.predictions[1]?.reply).toMatchObject({ from: 5.1, to: 6 });
    // 10,000 messages a second of 20 µs each take a fifth of a loop: of them, 99 of 100 wait at most ln(20) · 20 µs / 0.8.
    const busy = adviceFor({ clients: 50, hold: 3_600_000, rate: 10_000 });
    expect(busy?.predictions[1]?.load).toBeCloseTo(0.2);
    expect(busy?.predictions[1]?.reply.to).toBeCloseTo(1 + (0.02 / 0.8) * Math.log(20));
    expect(said(busy)[0]).toContain('answered in between 0.1 ms and 1.07 ms');
  });

  test('advise() rules out what breaks a bound that was asked, and says which and by how much', () => {
    const question = { clients: 100, hold: 3_600_000, cpu: 4, rate: 160 };
    expect(adviceFor(question)?.server).toBe('server-async');
    const soon = adviceFor({ ...question, replyWithin: 12 });
    expect(soon?.server).toBe('server-threads');
    const async = soon?.predictions.find(({ server }) => server === 'server-async');
    expect(async).toMatchObject({ fit: 'fits', broken: ['reply-within'] });
    expect(said(soon)[1]).toMatch(/^99 of 100 replies are to come within 12 ms; they would take up to, on server-async 5\d\.?\d* ms, server-reactive/);
    const small = adviceFor({ ...question, replyWithin: 12, memory: 60e6 });
    expect(said(small)[0]).toMatch(/^None keeps what is asked: server-\w+ comes nearest/);
    expect(said(small).join()).toContain('60 MB of memory are asked; needed are, on server-cluster 161 MB, server-threads 91 MB.');
    expect(small?.doubts.map(({ text }) => text.en)).toEqual([expect.stringMatching(/^Memory was measured beside the lab/)]);
  });

  test('advise() says that a kill takes the whole process where workers are threads', () => {
    const advice = adviceFor({ clients: 1_000, hold: 2_000, cpu: 4 });
    expect(advice?.predictions.map(({ lost, lostByKill }) => [lost, lostByKill])).toEqual([[1, 1], [1, 1], [1, 1], [0.25, 0.25], [0.25, 1]]);
    expect(said(advice)).toContainEqual(
      'A thread that ends takes 25% of the clients of server-threads with it; kill -9, or a want of memory, ends the whole process and takes 100%.',
    );
  });

  test('advise() doubts a record of before reply times were measured, and answers from the CPU time', () => {
    const old = record();
    const [experiment] = old.experiments;
    if (experiment?.outcome.status === 'done') {
      delete experiment.outcome.findings.figures['reply-p50'];
      delete experiment.outcome.findings.figures['reply-p99'];
    }
    const advice = adviceFor({ clients: 10, hold: 10_000, cpu: 1 }, old);
    expect(advice).toMatchObject({ server: 'server-async', sure: 'roughly' });
    expect(advice?.doubts[0]?.text.en).toMatch(/lacks figures of server-async.+: reply-p50, reply-p99\.$/);
    expect(advice?.predictions[1]?.reply.from).toBeCloseTo(1.02);
  });

  test('advise() says how many cores it would take where none keeps up', () => {
    const advice = adviceFor({ clients: 1_000, cpu: 10 });
    expect(said(advice)[0]).toMatch(/^None keeps up: .+ for 2\.78× what it can give.+ it would take about 16 cores\.$/);
  });
});

describe('adviseCommand', () => {
  test('adviseCommand says in a table how each would fare, and why the advice may be off', async () => {
    const then = record({
      size: 'quick',
      startedAt: '2020-01-01T00:00:00Z',
      environment: { ...record().environment, busy: { before: 0.5, after: 0.1 } },
    });
    const { code, stdout, stderr } = await command(then, '--clients', '5000', '--hold', '10s', '--cores', '8', '--lang', 'pt-BR');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^abordagem +ocupação +resposta entre +memória +perda com um worker +com kill -9 +veredito$/m);
    expect(stdout).toMatch(/^server-serial +5\.000× .+ sobrecarregado$/m);
    expect(stdout).toMatch(/^server-async +6% .+ 100 MB +100% +100% +serve$/m);
    const flat = stdout.replace(/\n +/g, ' ');
    for (const doubt of ['1.000 clientes por vez', 'O pedido é para 8 núcleos', 'até 50% da máquina', 'execução rápida', 'dias']) {
      expect(flat).toContain(doubt);
    }
    expect(stdout).toContain('Isto é só um palpite');

    const json = await command(record(), '--clients', '1000', '--hold', '10s', '--cores', '4', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      schema: 'echo-lab/advise/1',
      question: { clients: 1_000, holdMs: 10_000, cpuMs: 0, messages: 1, cores: 4 },
      server: 'server-async',
      sure: 'well',
      approaches: servers.map((server) => ({ server })),
    });
  });

  test(`adviseCommand without a record says how to make one and exits 1; called wrongly it exits 2${fewNote}`, async () => {
    const none = await command(undefined, '--clients', '5');
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(/^there is no record .+; make one with npm start\n$/);
    const wrong = fewOf([[], ['--clients', '0'], ['--clients', '5', '--hold', '0']]);
    const all = await Promise.all(wrong.map((args) => command(record(), ...args)));
    for (const result of all) expect(result).toMatchObject({ code: 2, stdout: '' });
  });
});
