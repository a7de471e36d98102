import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { benchFigures, scenarios } from '#bench';
import { languages } from '#command-line';
import { type BenchRecord, type BenchResult, compare, spread, type Unit } from '#record';
import { benchCatalogues } from './catalogue.ts';
import { benchTable } from './table.ts';

/** Rounds of the widest figures that there are: three digits and a range on each side. */
const values: Readonly<Record<Unit, readonly number[]>> = {
  ms: [123.4, 118.2, 131.6],
  µs: [18.44, 17.65, 22.76],
  bytes: [10_234_000, 10_110_000, 10_420_000],
  count: [100_000, 100_001, 100_002],
  ratio: [1.234, 1.345, 1.456],
  share: [0.987, 0.976, 0.998],
  'per-second': [138_816, 139_816, 137_016],
  percentile: [99.99, 99.95, 50],
  plain: [1.234, 1.111, 1.345],
};
const other = { rounds: [1.001, 0.848, 1.571], baseline: [1.214, 1.022, 1.013] };

function result(server: string, figures: readonly string[]): BenchResult {
  const units = benchFigures.filter(({ id }) => figures.includes(id));
  return {
    server,
    command: `npm run bench -- --servers ${server}`,
    rounds: {},
    figures: Object.fromEntries(units.map(({ id, unit }) => [id, spread(values[unit], unit)])),
    ratios: Object.fromEntries(figures.map((id) => [id, compare(other.rounds, other.baseline)])),
    latency: [],
    memory: [],
    generator: { busy: 1, delay: 1, late: 1, limited: true },
  };
}

const extent = { size: 'default', duration: 1_000, warmup: 1_000, rate: 10_000, connections: 10_000, hashRounds: 1_000 } as const;

function recordOf(servers: readonly string[], command: string): BenchRecord {
  const busy = { before: 0.9, after: 0.9 };
  return {
    schema: 'echo-lab/bench',
    version: 1,
    startedAt: '2026-01-02T03:04:05.000Z',
    took: 1,
    size: 'default',
    command,
    environment: { node: '26', kernel: 'Linux', architecture: 'x64', cpu: 'one', cores: 2, memoryBytes: 1, busy },
    rounds: 5,
    pin: 'apart',
    baseline: 'server-reactive',
    servers: servers.map((name) => ({ name, kind: 'outside', command: name })),
    skipped: [{ server: 'python-blocking', reason: { text: { en: 'so '.repeat(60), 'pt-BR': 'assim '.repeat(40) }, figures: {} } }],
    figures: [...benchFigures],
    scenarios: scenarios.map(({ id, title, describe: about, headline, figures }) => ({
      id,
      title,
      description: about(extent),
      headline,
      figures: [...figures],
      results: servers.map((server) => result(server, figures)),
      without: servers.map((server) => ({ server, reason: { text: title, figures: {} } })),
    })),
    interrupted: false,
  };
}

const long = "npm run bench -- --server 'mine-with-quite-a-long-name=tools/runtime/node --import ./apps/server-reactive/src/testing/with-chain.ts apps/server-reactive/src/main.ts --port {port}' --rounds 5";
const ours = ['server-serial', 'server-reactive', 'server-threads'];
const longest = 'a-server-of-somebody-else-whose-name-is-as-long-as-names-get-in-life';

describe.each(languages)('benchTable() in %s', (language) => {
  // Where colours are asked for, their codes take no column.
  const shown = (servers: readonly string[], command = long): string =>
    stripVTControlCharacters(benchTable(recordOf(servers, command), benchCatalogues[language], 120));

  test.each([
    ['ours', ours],
    ['one with a name of 26 characters', [...ours, 'mine-with-quite-a-long-name']],
    ['one whose name leaves no room', [...ours, longest]],
  ])('fits 120 columns with names and figures whole, and says how to repeat it once: %s', (_, servers) => {
    const text = shown(servers);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    for (const server of servers) expect(text.split('\n').filter((line) => line.startsWith(server)).length).toBeGreaterThanOrEqual(scenarios.length);
    expect(text.match(/npm run bench/g)).toHaveLength(1);
    expect(text.slice(text.indexOf('npm run bench')).replaceAll("'\\\n'", '').replaceAll('\\\n    ', '')).toBe(`${long}\n`);
    const [one, range] = language === 'en' ? ['10.2 MB', '(10.1–10.4 MB)'] : ['10,2 MB', '(10,1–10,4 MB)'];
    expect(text).toContain(`${one} ${range}`);
  });

  test('keeps a server on one line where its name leaves room for the figures', () => {
    const lines = shown(ours).split('\n').filter((line) => line.startsWith('server-threads'));
    for (const line of lines) expect(line).toMatch(/^server-threads +\d/);
    expect(lines.length).toBe(scenarios.length);
  });

  test('leaves room for flags where the run had none', () => {
    expect(shown(ours, 'npm run bench').endsWith('\nnpm run bench --\n')).toBe(true);
  });
});
