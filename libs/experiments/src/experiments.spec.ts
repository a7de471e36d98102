import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Approach, approaches } from '#approaches';
import { type Findings, findingsSchema, type Quantity, type Size, type Statement, type Trace } from '#record';
import type { Experiment, Judgement } from './running/experiment.ts';
import { boundaries } from './trials/boundaries/experiment.ts';
import { fairness } from './trials/fairness/experiment.ts';
import { part1 } from './trials/part-1/experiment.ts';
import { part2 } from './trials/part-2/experiment.ts';
import { part3 } from './trials/part-3/experiment.ts';
import { part4 } from './trials/part-4/experiment.ts';
import { scaling } from './trials/scaling/experiment.ts';
import { Lab } from './running/lab.ts';
import { mostAtOnce, servedIntervals } from './findings/served-intervals.ts';
import { faultsIn } from './testing/faults-in.ts';

const named = (name: string): Approach => {
  const found = approaches().find((approach) => approach.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
};
const serial = named('server-serial');
const async = named('server-async');
const fake = (name: string, of: Partial<Approach> = {}): Approach => ({
  name,
  folder: import.meta.dirname,
  main: join(import.meta.dirname, `testing/${name}.ts`),
  serves: 'overlapping',
  workers: 'none',
  ...of,
});

const labOf = (...servers: readonly Approach[]): Lab =>
  new Lab({ approaches: servers, size: 'quick', python: undefined, signal: new AbortController().signal });

interface Found {
  readonly findings: Findings;
  readonly claims: readonly Judgement[];
}

/** Runs an experiment, and checks what has to be true of what any of them gives. */
async function found(experiment: Experiment, lab: Lab): Promise<Found> {
  expect(experiment.unable?.(lab)).toBeUndefined();
  const result = await experiment.run(lab);
  expect(faultsIn(experiment, lab, result)).toEqual([]);
  const { findings, claims = [] } = result;
  return { findings: findingsSchema.parse(findings), claims };
}

const verdicts = ({ claims }: Found): Record<string, string> =>
  Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]));

const most = ({ events }: Trace): number => mostAtOnce(servedIntervals(events));

const figure = ({ findings }: Found, name: string, server: string): Quantity | undefined =>
  findings.figures[name]?.[server];

describe('part1', () => {
  test('shows what one client gets from each server, and how its program ends', async () => {
    const { findings } = await found(part1, labOf(serial, async));
    expect(findings.tables[0]?.rows.map(([server, , reply, exit]) => [server, reply, exit])).toEqual([
      ['server-serial', 'Echo: Cliente 1', { value: 0, unit: 'count' }],
      ['server-async', 'Echo: Cliente 1', { value: 0, unit: 'count' }],
    ]);
    for (const { clients, events } of findings.traces) {
      expect(clients).toMatchObject([{ outcome: 'ok' }]);
      expect(events.map(({ event }) => event)).toEqual(['accepted', 'serving', 'received', 'ended']);
    }
  });

  test('tries a server from outside by the protocol alone', async () => {
    const command = `${process.execPath} ${async.main} --port {port}`;
    const outside = [{ name: 'outside', serves: 'overlapping', command }] as const;
    const signal = new AbortController().signal;
    const { findings } = await found(part1, new Lab({ approaches: [], outside, size: 'quick', python: undefined, signal }));
    expect(findings.traces).toMatchObject([{ server: 'outside', command, clients: [{ outcome: 'ok' }], events: [] }]);
  });

  test('fails of a server that answers wrong', async () => {
    await expect(part1.run(labOf(fake('shouting-server')))).rejects.toMatchObject({ code: 'EXPERIMENT_FAILED' });
  });
});

describe('part2', () => {
  test('finds the serial server to serve one at a time', async () => {
    const said = await found(part2, labOf(serial));
    expect(verdicts(said)).toMatchObject({ 'connect-blocks': 'does-not-hold', 'strictly-serial': 'holds', 'no-refusal': 'holds' });
    expect(said.findings.traces.map(most)).toEqual([1]);
  });

  test('finds out one that does not', async () => {
    const said = await found(part2, labOf({ ...async, serves: 'serial' }));
    expect(verdicts(said)).toMatchObject({ 'strictly-serial': 'does-not-hold' });
    expect(said.findings.traces.map(most)).toEqual([2]);
  });

  test('says why it cannot be run', () => {
    expect(part2.unable?.(labOf(async))).toBeDefined();
  });
});

describe('part3', () => {
  test('shows every line of code between two servers', async () => {
    const said = await found(part3, labOf(serial, async));
    const [pair, all] = said.findings.tables;
    expect(pair?.rows).toContainEqual(['await serveConnection(connection);', 'void serveConnection(connection);']);
    expect(pair?.rows).toHaveLength(figure(said, 'changed-lines', 'server-async')?.value ?? NaN);
    expect(all?.rows.map(([server, files]) => [server, files])).toEqual([['server-async', 'model.ts']]);
  });

  test('counts the files that only one of them has', async () => {
    const said = await found(part3, labOf(serial, named('server-cluster')));
    const cell = said.findings.tables[1]?.rows[0]?.[1];
    const files = typeof cell === 'string' ? cell.split(', ') : [];
    expect(files).toEqual(expect.arrayContaining(['model.ts', 'worker.ts']));
    expect(figure(said, 'changed-files', 'server-cluster')?.value).toBe(files.length);
  });

  test('says why it cannot be run', () => {
    expect(part3.unable?.(labOf(async))).toBeDefined();
    expect(part3.unable?.(labOf(serial))).toBeDefined();
  });
});

describe('part4', () => {
  test('shows the overlap on the concurrent server, and none on the serial one', async () => {
    const said = await found(part4, labOf(serial, async));
    expect(said.findings.traces.map((trace) => [trace.server, most(trace)])).toEqual([
      ['server-serial', 1],
      ['server-async', 2],
    ]);
    expect(verdicts(said)).toHaveProperty('speedup-15');
    expect(said.findings.answer.text.en).toMatch(/^Yes/);
  });

  test('finds out a server that only claims to be concurrent, and judges nothing without a serial one', async () => {
    const said = await found(part4, labOf({ ...serial, serves: 'overlapping' }));
    expect(said.findings.answer.text.en).toMatch(/^Not on every server/);
    expect(said.findings.answer.figures['overlapped']).toEqual({ value: 0, unit: 'count' });
    expect(said.claims).toEqual([]);
  });

  test('says why it cannot be run', () => {
    expect(part4.unable?.(labOf(serial))).toBeDefined();
  });
});

describe('scaling', () => {
  test('draws total and gain, and judges the growth; it tries the others while the serial server lets its clients through, once those are connected', async () => {
    const lab = labOf(serial, async);
    const visits: { readonly server: string; readonly from: number; to: number; connected: number }[] = [];
    const client = lab.client.bind(lab);
    lab.client = (server, options) => {
      const sent = client(server, options);
      const visit = { server: server.name, from: performance.now(), to: NaN, connected: NaN };
      void sent.connected.then(() => (visit.connected = performance.now()));
      void sent.done.then(() => (visit.to = performance.now()));
      visits.push(visit);
      return sent;
    };
    const said = await found(scaling, lab);
    const series = said.findings.charts.map((chart) => (chart.kind === 'curves' ? chart.series : []));
    expect(series.map((all) => all.map(({ kind }) => kind))).toEqual([
      ['measured', 'measured'],
      ['measured', 'predicted', 'predicted'],
    ]);
    expect(verdicts(said)).toHaveProperty('exponential');
    // Each of 16 clients holds for 30 ms, one after another: that much is no question of speed.
    expect(figure(said, 'total-for-n-clients', 'server-serial')?.value).toBeGreaterThan(16 * 29);
    expect(figure(said, 'total-for-n-clients', 'server-async')?.value).toBeGreaterThan(29);

    // Of the last and largest count.
    const waiting = visits.filter(({ server }) => server === 'server-serial').slice(-16);
    const others = visits.filter(({ server }) => server === 'server-async').slice(-32);
    const began = Math.min(...others.map(({ from }) => from));
    expect(began).toBeGreaterThanOrEqual(Math.max(...waiting.map(({ connected }) => connected)));
    expect(began).toBeLessThan(Math.max(...waiting.map(({ to }) => to)));
  });

  test('draws totals alone, and judges nothing, without a serial server', async () => {
    const said = await found(scaling, labOf(async));
    expect(said.findings.charts).toHaveLength(1);
    expect(said.claims).toEqual([]);
  });
});

describe('boundaries', () => {
  test('finds framing line to keep messages apart, and framing chunk not to', async () => {
    const said = await found(boundaries, labOf(serial, async));
    expect(verdicts(said)).toEqual({ 'protocol-defined': 'does-not-hold' });
    expect(said.findings.answer.figures['lineRight']).toMatchObject({ value: 1, unit: 'share' });
    expect(said.findings.answer.figures['prefixes']?.value).toBeGreaterThan(1);
    expect(said.findings.tables[0]?.rows.map(([server, framing]) => [server, framing])).toEqual([
      ['server-async', 'chunk'],
      ['server-async', 'line'],
    ]);
  });

  test('says on how many servers each framing is tried, and why lines on one', () => {
    const { signal } = new AbortController();
    const methodOf = (size: Size): Statement =>
      boundaries.method(new Lab({ approaches: [serial, async], size, python: undefined, signal }));
    const one = { value: 1, unit: 'count' };
    const two = { value: 2, unit: 'count' };
    expect(methodOf('default').figures).toMatchObject({ chunk: two, line: one });
    expect(methodOf('default').text['pt-BR']).toMatch(/line: \{line\}; .+ um deles vale pelos outros\.$/);
    expect(methodOf('thorough').figures).toMatchObject({ chunk: two, line: two });
    expect(methodOf('thorough').text['pt-BR']).toMatch(/line: \{line\}\.$/);
  });

  test('fails of a server that does not give back all that was sent', async () => {
    await expect(boundaries.run(labOf(fake('shouting-server')))).rejects.toMatchObject({ code: 'EXPERIMENT_FAILED' });
  });
});

describe('fairness', () => {
  test('finds out a server that prefers one worker, though it has no flag for that', async () => {
    const said = await found(fairness, labOf(fake('uneven-server', { workers: 'processes' })));
    expect(figure(said, 'busiest-share-burst', 'uneven-server')?.value).toBe(0.75);
    expect(said.findings.tables[0]?.rows.map((row) => row.slice(3))).toEqual(
      ['all at once', 'one by one'].map(() => [
        { value: 30, unit: 'count' },
        { value: 10, unit: 'count' },
        { value: 0.75, unit: 'share' },
      ]),
    );
  });

  test('says why it cannot be run', () => {
    expect(fairness.unable?.(labOf(serial, async))).toBeDefined();
  });
});
