import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import type { SSEStreamingApi } from 'hono/streaming';
import { Stage } from './stage.ts';
import { Tabs } from './tabs.ts';

interface Told {
  readonly base?: object;
  readonly entries: readonly { readonly kind: string }[];
}

/** A tab as the server has it: what it is sent, and when it takes that. */
class Tab extends EventTarget {
  readonly told: Told[] = [];
  aborted = false;
  closed = false;
  /** Resolves when it takes what it is sent. */
  takes: Promise<unknown> = Promise.resolve();
  #onAbort: () => void = () => undefined;

  onAbort(act: () => void): void {
    this.#onAbort = act;
  }

  async writeSSE({ data }: { readonly data: string }): Promise<void> {
    this.told.push(JSON.parse(data) as Told);
    this.dispatchEvent(new Event('told'));
    await this.takes;
  }

  sleep(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.aborted = true;
    this.#onAbort();
  }
}

/** Of Hono's stream, a tab has what is asked of it. */
const serve = (tabs: Tabs, tab: Tab): Promise<void> => tabs.serve(tab as unknown as SSEStreamingApi);

test('Tabs tell a tab what was before, and then what happens', async () => {
  const stage = new Stage(new Map());
  const tab = new Tab();
  const served = serve(new Tabs(stage), tab);
  if (tab.told.length === 0) await once(tab, 'told');
  stage.begin({ lesson: 'part-1' });
  await once(tab, 'told');
  tab.close();
  await served;
  expect(tab.told.map(({ base, entries }) => [base !== undefined, entries.map(({ kind }) => kind)])).toEqual([
    [true, []],
    [true, ['begun']],
  ]);
  await stage.close();
});

test('Tabs keep nothing for a tab that does not take what it is sent', async () => {
  const stage = new Stage(new Map());
  const tab = new Tab();
  const taken = Promise.withResolvers<undefined>();
  tab.takes = taken.promise;
  const served = serve(new Tabs(stage), tab);
  if (tab.told.length === 0) await once(tab, 'told');
  for (let n = 0; n < 1_000; n += 1) stage.tell({ kind: 'queue', server: 'server-async', length: n });
  expect(tab.told.length).toBe(1);
  taken.resolve(undefined);
  await once(tab, 'told');
  tab.close();
  await served;
  expect(tab.told.map(({ entries }) => entries.length)).toEqual([0, 1_000]);
  await stage.close();
});

test('Tabs are full with four, and not when one has closed', async () => {
  const stage = new Stage(new Map());
  const tabs = new Tabs(stage);
  const all = Array.from({ length: 4 }, () => new Tab());
  const served = all.map((tab) => serve(tabs, tab));
  expect(tabs.full).toBe(true);
  all[0]?.close();
  await served[0];
  expect(tabs.full).toBe(false);
  for (const tab of all) tab.close();
  await Promise.all(served);
  await stage.close();
});

test('Tabs end everything when nobody has looked for so long, and not while somebody does', async () => {
  const stage = new Stage(new Map());
  let ended = 0;
  const end = Promise.withResolvers<undefined>();
  stage.end = () => {
    ended += 1;
    end.resolve(undefined);
    return Promise.resolve();
  };
  const tabs = new Tabs(stage, 1);
  const [one, other] = [new Tab(), new Tab()];
  const [first, second] = [serve(tabs, one), serve(tabs, other)];
  one.close();
  await first;
  await new Promise(setImmediate);
  expect(ended).toBe(0);
  other.close();
  await second;
  await end.promise;
  expect(ended).toBe(1);
  await stage.close();
});
