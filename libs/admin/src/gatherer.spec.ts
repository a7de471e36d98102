import { beforeEach, describe, expect, test } from '@jest/globals';
import { Gatherer } from './gatherer.ts';
import { Meter } from './meter.ts';

/** What a worker would tell that has completed so many messages. */
function figuresOf(messages: number): Meter['figures'] {
  const meter = new Meter(() => ({ active: messages, waiting: 0 }));
  meter.read(2 * messages, messages);
  return meter.figures;
}

/** The value of a metric without labels. */
const valueIn = (text: string, name: string): number => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);

describe('Gatherer', () => {
  const [one, two] = [{ id: 1 }, { id: 2 }];
  let gatherer: Gatherer;
  let serving: { id: number }[];
  /** What each tells; undefined for one that is silent. */
  let tells: Map<object, number | undefined>;
  let asked: number;
  beforeEach(() => {
    gatherer = new Gatherer(new Meter(() => ({ active: 0, waiting: 0 })));
    serving = [one, two];
    tells = new Map([[one, 3], [two, 4]]);
    asked = 0;
    gatherer.follow(
      () => serving,
      (worker) => {
        asked++;
        const messages = tells.get(worker);
        if (messages !== undefined) gatherer.answered(worker, figuresOf(messages));
      },
    );
  });

  test('adds up what workers tell, and keeps apart what each has for itself', async () => {
    const text = await gatherer.text();
    expect(valueIn(text, 'echo_messages_total')).toBe(7);
    expect(valueIn(text, 'echo_read_bytes_total')).toBe(14);
    expect(valueIn(text, 'echo_workers_ready')).toBe(2);
    expect([...text.matchAll(/^echo_heap_bytes\{worker="(\w+)"\}/gm)].map(([, worker]) => worker)).toEqual(['main', '1', '2']);
  });

  test('leaves out one that is silent, counts that, and has totals fall no lower', async () => {
    await gatherer.text();
    tells.set(one, undefined).set(two, 5);
    const text = await gatherer.text();
    expect(valueIn(text, 'echo_messages_total')).toBe(8);
    expect(valueIn(text, 'echo_connections_active')).toBe(5);
    expect(valueIn(text, 'echo_worker_silences_total')).toBe(1);
  });

  test('does not ask one again that has yet to answer, and takes a late answer', async () => {
    tells.set(one, undefined);
    await gatherer.text();
    await gatherer.text();
    expect(asked).toBe(3);
    gatherer.answered(one, figuresOf(9));
    tells.set(one, 10);
    expect(valueIn(await gatherer.text(), 'echo_messages_total')).toBe(14);
  });

  test('keeps the totals of those that ended, however many, and none of their gauges', async () => {
    await gatherer.text();
    for (const messages of [3, 30, 300]) {
      const ending = serving[0] ?? one;
      gatherer.ended(ending);
      gatherer.answered(ending, figuresOf(1_000)); // It was under way, and changes nothing.
      const next = { id: 1 };
      serving = [next, two];
      tells.set(next, messages);
      await gatherer.text();
    }
    const text = await gatherer.text();
    expect(valueIn(text, 'echo_messages_total')).toBe(3 + 3 + 30 + 300 + 4);
    expect(valueIn(text, 'echo_connections_active')).toBe(304);
  });

  test('waits no longer for one that ends meanwhile', async () => {
    tells.set(one, undefined);
    const text = gatherer.text();
    gatherer.ended(one);
    expect(valueIn(await text, 'echo_worker_silences_total')).toBe(0);
  });
});
