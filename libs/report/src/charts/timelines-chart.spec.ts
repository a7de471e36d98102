import { expect, test } from '@jest/globals';
import { phases, quantity, type Timeline } from '#record';
import { renderToString } from 'preact-render-to-string';
import { sampleRecord } from '../testing/sample-record.ts';
import { viewOf } from '../view.ts';
import { textWidth } from './text-width.ts';
import { timelinesChart } from './timelines-chart.ts';

const view = viewOf(sampleRecord(), 'en');

function holding(server: string, waits: number): Timeline {
  const lasted = waits + 300;
  return {
    title: { en: `Two clients on ${server}`, 'pt-BR': `Dois clientes em ${server}` },
    server,
    lasted,
    lanes: [
      {
        side: 'client',
        label: { en: 'client 2', 'pt-BR': 'cliente 2' },
        spans: [
          { phase: 'waiting', from: 0, to: waits },
          { phase: 'served', from: waits, to: lasted },
        ],
      },
      { side: 'server', label: { en: 'connection 1', 'pt-BR': 'conexão 1' }, spans: [{ phase: 'served', from: waits, to: lasted }] },
    ],
  };
}

const both = [holding('server-serial', 300), holding('server-async', 30)];
const draw = (sides: 'clients' | 'both'): string =>
  renderToString(timelinesChart(view, both, { id: 'x', title: 'Together', sides }));

test('timelinesChart() draws several timelines on one axis, so that what took as long is as wide', () => {
  const wide = draw('clients').split('class="narrow"')[0] ?? '';
  const widths = [...wide.matchAll(/class="span served" data-.*?<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(2);
  expect(widths[0]).toBeCloseTo(widths[1] ?? NaN, 0);
  expect(wide.match(/data-lasted="600"/g)).toHaveLength(1);
  expect(wide.match(/class="axis-title"/g)).toHaveLength(1);
});

test('timelinesChart() says of each lane whose it is, and of a wait what it is and how long', () => {
  const html = draw('clients');
  expect(html).toContain('data-lane="client 2" data-server="server-serial"');
  expect(html).toContain('>waiting 300 ms</text>');
});

test('timelinesChart() says what a phase means in its lanes: a client that was answered is not being served', () => {
  expect(draw('clients')).toContain('>answered, still connected</text>');
  expect(draw('clients')).toContain('data-word="answered, still connected"');
  expect(draw('both')).toContain('data-word="being served"');
  expect(draw('both')).toContain('>answered, or being served</text>');
});

test('timelinesChart() breaks a heading that is wider than its drawing', () => {
  const long = { en: 'Two clients whose messages compute, on a server with a name of its own', 'pt-BR': 'x' };
  const timelines = both.map((one) => ({ ...one, server: 'server-async', title: long }));
  const html = renderToString(timelinesChart(view, timelines, { id: 'x', title: 'Together', sides: 'clients' }));
  const narrow = html.split('class="narrow"')[1] ?? '';
  const lines = [...narrow.matchAll(/class="group[^>]*>([^<]*)</g)].map(([, line]) => line ?? '');
  expect(lines.length).toBeGreaterThan(both.length);
  expect(Math.max(...lines.map((line) => textWidth(line, 12.5)))).toBeLessThanOrEqual(340);
});

test('timelinesChart() draws the lanes of the server only where they are asked for', () => {
  expect(draw('clients')).not.toContain('connection 1');
  expect(draw('both')).toContain('connection 1');
});

test('timelinesChart() leaves room beside the legend for what the figures are', () => {
  const every = phases.map((phase, place) => ({ phase, from: place * 100, to: (place + 1) * 100 }));
  const timelines = both.map((one) => ({ ...one, lasted: phases.length * 100, lanes: one.lanes.map((lane) => ({ ...lane, spans: every })) }));
  const figures = { label: 'os dois terminam em', by: { 'server-serial': quantity(600, 'ms') } };
  const html = renderToString(timelinesChart(viewOf(sampleRecord(), 'pt-BR'), timelines, { id: 'x', title: 'x', sides: 'clients', figures }));
  const wide = html.split('class="narrow"')[0] ?? '';
  const [, end = ''] = /class="figures-label" x="(\d+)"/.exec(wide) ?? [];
  const beside = [...wide.matchAll(/class="legend" x="([\d.]+)" y="13">([^<]*)</g)];
  expect(beside.length).toBeGreaterThan(2);
  expect(beside.length).toBeLessThan(phases.length);
  for (const [, x, text = ''] of beside) expect(Number(x) + textWidth(text)).toBeLessThan(Number(end) - textWidth(figures.label));
});
