import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { el } from '#page/browser';
import { texts } from '../texts/page.ts';
import { button, choice, select } from './fields.ts';
import { order } from './order.ts';
import { data } from './page.ts';
import { known } from './state.ts';

const holds = [0, 1, 5, 30, null] as const;
const counts = [1, 2, 10, 64] as const;
const messageCounts = [1, 10, 100, 1_000] as const;
const pauses = [100, 500, 2_000] as const;
const works = ['none', 'wait', 'compute'] as const;
const workTakes = { none: 0, wait: 200, compute: 50 } as const;
const heavy = { count: 1, hold: 0, messages: 1, every: 500, ask: 'compute', ms: 1_000, role: 'heavy' } as const;

/** What may be tried without a lesson. */
export function controls(): VNode {
  const { servers } = known.value.scene;
  const wanted = useSignal<readonly string[]>(data.usual);
  const target = useSignal('');
  const hold = useSignal<number | null>(5);
  const messages = useSignal(10);
  const every = useSignal(500);
  const work = useSignal<(typeof works)[number]>('none');
  const listening = [...servers.values()].filter(({ state }) => state === 'listening').map(({ name }) => name);
  const targets = listening.includes(target.value) ? [target.value] : listening;
  const toggle = (name: string): void => {
    const { value } = wanted;
    wanted.value = value.includes(name) ? value.filter((one) => one !== name) : [...value, name];
  };
  const send = (count: number): void => {
    void order({
      do: 'clients', servers: targets, count, hold: hold.value === null ? null : hold.value * 1_000,
      messages: messages.value, every: every.value, ask: work.value, ms: workTakes[work.value],
    });
  };
  return el('section', { class: 'controls', 'aria-label': texts.free },
    el('fieldset', {},
      el('legend', {}, texts.servers),
      data.servers.map((name) => choice('checkbox', name, wanted.value.includes(name), () => { toggle(name); })),
      button(texts.start, false, () => void order({ do: 'show', servers: [...wanted.value] })),
    ),
    el('fieldset', { disabled: listening.length === 0 },
      el('legend', {}, texts.clients),
      select(texts.to, ['', ...listening], target.value, (name) => (name === '' ? texts.all : name), (name) => (target.value = name)),
      select(texts.messages, messageCounts, messages.value, String, (count) => (messages.value = count)),
      select(texts.every, pauses, every.value, (ms) => `${ms} ms`, (ms) => (every.value = ms)),
      select(texts.work, works, work.value, (ask) => texts.works[ask], (ask) => (work.value = ask)),
      select(texts.stay, holds, hold.value, texts.stays, (seconds) => (hold.value = seconds)),
      el('span', { class: 'buttons' },
        counts.map((count) => button(`${texts.add} ${count}`, false, () => { send(count); })),
        button(texts.heavy, false, () => void order({ do: 'clients', servers: targets, ...heavy })),
        button(texts.leave, false, () => void order({ do: 'leave' })),
        button(texts.clear, false, () => void order({ do: 'clear' })),
      ),
    ),
  );
}
