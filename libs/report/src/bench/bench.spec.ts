import { describe, expect, test } from '@jest/globals';
import { languages } from '#command-line';
import { parseBenchRecord } from '#record';
import { onlyBench } from '../only-bench.ts';
import { renderHtml } from '../render-html.ts';
import { renderMarkdown } from '../render-markdown.ts';
import { figuresOf, numbersIn } from '../testing/figures-of.ts';
import { sampleBench } from '../testing/sample-bench.ts';
import { sampleRecord } from '../testing/sample-record.ts';
import { benchCharts } from './bench-charts.ts';
import { benchOverview } from './bench-overview.ts';

const [scenario] = sampleBench.scenarios;
const withoutStyle = (html: string): string => html.replace(/<style>.*?<\/style>/s, '').replace(/<script type="module">.*?<\/script>/s, '');

test('sampleBench is a record', () => {
  expect(parseBenchRecord(JSON.stringify(sampleBench))).toEqual(sampleBench);
});

describe('benchCharts()', () => {
  test('benchCharts() draws ratios with their ranges, and says where they are not told apart', () => {
    const [bars] = scenario === undefined ? [] : benchCharts(sampleBench, scenario);
    expect(bars).toMatchObject({
      kind: 'bars',
      mark: { value: 1, label: { en: 'server-async' } },
      bars: [
        { label: { en: 'server-threads: not told apart', 'pt-BR': 'server-threads: não se distinguem' } },
        { label: { en: 'c-epoll' }, value: 8.2 / 15.7, low: 8.3 / 16.3, high: 8.1 / 15.1 },
      ],
    });
  });

  test('benchCharts() places latency by percentile, and memory by connections', () => {
    const [, latency, memory] = scenario === undefined ? [] : benchCharts(sampleBench, scenario);
    const xs = (chart: typeof latency): number[] | undefined =>
      chart?.kind === 'curves' ? chart.series[0]?.points.map(({ x }) => x) : undefined;
    expect(xs(latency)).toEqual([50, 99, 99.9]);
    expect(xs(memory)).toEqual([10, 100]);
  });
});

test('benchOverview() has the baseline’s own figure, and of every other server its ratio', () => {
  const { columns, rows } = benchOverview(sampleBench, sampleBench.scenarios);
  expect(columns.map(({ en }) => en)).toEqual(['Server', '1 message in flight: CPU time a message', 'Not reached: CPU time a message']);
  expect(rows.map(([server]) => server)).toEqual(['server-async', 'server-threads', 'c-epoll']);
  expect(rows.map(([, cell]) => cell)).toMatchObject([{ value: 15.7, unit: 'µs' }, { unit: 'ratio' }, { value: 8.2 / 15.7, unit: 'ratio' }]);
  expect(rows.map(([, , cell]) => cell)).toEqual([null, null, null]);
});

test('renderHtml() folds the loads of a bench beside a run, with all of them at a glance, and none of a bench alone', () => {
  const [one, ...others] = sampleBench.scenarios;
  const bench = { ...sampleBench, scenarios: one === undefined ? [] : [one, { ...one, id: 'again' }, ...others] };
  const loads = (html: string): string[] => html.match(/<article id="bench-[^>]+><details[^>]*>/g) ?? [];
  const beside = renderHtml(sampleRecord(), 'en', { bench });
  expect(loads(beside).map((load) => load.endsWith('<details>'))).toEqual([true, true]);
  expect(beside).toContain('Every load: the figure of server-async');
  expect(loads(renderHtml(onlyBench(bench), 'en', { bench })).map((load) => load.endsWith('<details open>'))).toEqual([true, true]);
});

describe.each(languages)('renderHtml() with a bench, in %s', (language) => {
  const both = withoutStyle(renderHtml(sampleRecord(), language, { bench: sampleBench }));
  const alone = withoutStyle(renderHtml(onlyBench(sampleBench), language, { bench: sampleBench }));

  test('says what was measured, what was not and why, and what repeats it', () => {
    for (const html of [both, alone]) {
      expect(html).toContain('id="bench-in-flight-1"');
      expect(html).not.toContain('id="bench-hash"');
      expect(html).toContain(language === 'en' ? 'there is no go on this machine' : 'não há go nesta máquina');
      expect(html).toContain(language === 'en' ? 'it serves one connection at a time' : 'ele atende uma conexão por vez');
      expect(html).toContain(language === 'en' ? 'go ended by itself' : 'go terminou por conta própria');
      expect(html).toContain('npm run bench -- --scenarios in-flight-1 --servers c-epoll');
      expect(html.match(/\{[\w-]+\}/g)).toBeNull();
    }
    expect(alone).not.toContain('id="summary"');
  });

  test('writes no figure that is in neither record', () => {
    const known = numbersIn([sampleRecord(), sampleBench, 1]);
    expect(figuresOf(both).filter(({ values }) => !values.every((value) => known.has(value)))).toEqual([]);
  });

  test('gives every element its own id, and every link an end', () => {
    for (const html of [both, alone]) {
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const ends = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id]) => id);
      expect(ends.filter((end) => !ids.includes(end))).toEqual([]);
    }
  });
});

test('renderMarkdown() has the bench as tables', () => {
  const text = renderMarkdown(onlyBench(sampleBench), 'en', { bench: sampleBench });
  expect(text).toContain('### 1 message in flight');
  expect(text).toMatch(/^\| c-epoll \| 0\.522× .+ \| 8\.2 µs .+ \|$/m);
  expect(text).toMatch(/^The load generator was as busy as it can be, or did not send .+: c-epoll\.$/m);
  expect(text).not.toContain('## Part 1');
});
