import { describe, expect, test } from '@jest/globals';
import { sampleBench } from './testing/sample-bench.ts';
import { breachesOf, parseThreshold, type Threshold } from './threshold.ts';

const scenarios = ['open', 'connect'];
const servers = ['server-async', 'c-epoll', 'x:y'];

function threshold(text: string): Threshold {
  const parsed = parseThreshold(text, scenarios, servers);
  if (parsed === undefined) throw new Error(`${text} is none`);
  return parsed;
}

describe('parseThreshold()', () => {
  test('parseThreshold() reads figure, place and value, in the unit of the figure', () => {
    expect(threshold('p99<5ms')).toMatchObject({ figure: 'p99', operator: '<', value: 5, scenario: undefined });
    expect(threshold('p99 < 5ms'.replaceAll(' ', ''))).toMatchObject({ value: 5 });
    expect(threshold('p99.9<=500µs')).toMatchObject({ figure: 'p99.9', operator: '<=', value: 0.5 });
    expect(threshold('cpu<0.5ms')).toMatchObject({ value: 500 });
    expect(threshold('max<2s')).toMatchObject({ value: 2_000 });
    expect(threshold('memory<10MB')).toMatchObject({ value: 10e6 });
    expect(threshold('busiest<60%')).toMatchObject({ value: 0.6 });
    expect(threshold('open:rate>=1000')).toMatchObject({ scenario: 'open', operator: '>=', value: 1_000 });
    expect(threshold('connect:server-async:ratio<1.6')).toMatchObject({ scenario: 'connect', server: 'server-async' });
    expect(threshold('async:p99<5ms')).toMatchObject({ scenario: undefined, server: 'server-async' });
  });

  test.each(['p99', 'p98<5ms', 'p99<5kB', 'p99=5ms', 'nowhere:p99<5ms', 'p99<', 'p99<ms', '', 'p99<5constructor', 'constructor<5', 'toString:p99<5ms'])(
    'parseThreshold() does not understand %j',
    (text) => {
      expect(parseThreshold(text, scenarios, servers)).toBeUndefined();
    },
  );
});

describe('breachesOf()', () => {
  const record = sampleBench({ 'server-async': { p99: [4, 5, 6] }, 'server-threads': { p99: [1, 2, 3] }, 'c-epoll': { p99: [9, 9, 9] } });

  test('breachesOf() holds the median of every server but the peers to it', () => {
    expect(breachesOf(record, [threshold('p99<5ms')])).toMatchObject([
      { scenario: 'open', server: 'server-async', found: { value: 5 } },
    ]);
    expect(breachesOf(record, [threshold('p99<=5ms')])).toEqual([]);
    expect(breachesOf(record, [threshold('open:p99>=2ms'), threshold('p99>2ms')])).toMatchObject([{ server: 'server-threads' }]);
  });

  test('breachesOf() holds a peer to it where it is named', () => {
    expect(breachesOf(record, [threshold('c-epoll:p99<5ms')])).toMatchObject([{ server: 'c-epoll' }]);
  });

  test('breachesOf() takes what was not measured for not kept', () => {
    expect(breachesOf(record, [threshold('p99.99<5ms')])).toEqual([{ threshold: threshold('p99.99<5ms') }]);
    expect(breachesOf(record, [threshold('ratio<5')])).toHaveLength(1);
  });
});
