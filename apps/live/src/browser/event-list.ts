import { computed, signal, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { el } from '#page/browser';
import { happenings, sentenceOf } from '../story/sentence.ts';
import { texts } from '../texts/timeline.ts';
import { atMostEvery } from './at-most-every.ts';
import { NewsReader } from './news-reader.ts';
import { language } from './page.ts';
import { clock, latest, learnt, shown } from './state.ts';

/** As many as somebody may look through; the player steps through all. */
const most = 200;

/** More at a time are counted, and not read out. */
const mostSaid = 3;

interface Told {
  /** In the order in which it was learnt. */
  readonly place: number;
  readonly at: number;
  readonly sentence: string;
}

/** Calls back at most every so many ms, with what happened since. */
function follow(ms: number, take: (told: readonly Told[], anew: boolean, count: number) => void): void {
  const news = new NewsReader();
  let place = 0;
  const read = atMostEvery(ms, () => {
    const { anew, entries } = news.read();
    const all = happenings(entries);
    const told = all.slice(-most).flatMap(({ at, entry }) => {
      const sentence = sentenceOf(entry, latest.peek(), language);
      return sentence === undefined ? [] : [{ place: (place += 1), at, sentence }];
    });
    if (anew || told.length > 0) take(told, anew, all.length);
  });
  learnt.subscribe(read);
}

const events = signal<readonly Told[]>([]);
follow(250, (told, anew) => {
  // Some of it is learnt a little late.
  events.value = [...(anew ? [] : events.peek()), ...told].sort((one, other) => one.at - other.at).slice(-most);
});

/** The place of the last that has happened at the moment that is shown. */
const current = computed(() => (shown.value.replayed ? events.value.findLastIndex(({ at }) => at <= clock.value) : events.value.length - 1));

/** What happened last, in words; each leads to its moment. */
export function eventList({ onJump }: { readonly onJump: (at: number) => void }): VNode {
  const open = useSignal(false);
  const list = useRef<HTMLOListElement>(null);
  const now = open.value ? current.value : -1;
  const all = open.value ? events.value : [];
  useLayoutEffect(() => {
    const { current: box } = list;
    const item = box?.children[now];
    // Whoever is reading it is not to lose the line.
    if (box === null || !(item instanceof HTMLElement) || box.matches(':hover, :focus-within')) return;
    box.scrollTop = item.offsetTop - box.clientHeight / 2;
  }, [now, all]);
  return el(
    'details',
    {
      class: 'events',
      onToggle: ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => {
        open.value = currentTarget.open;
      },
    },
    el('summary', {}, texts.events),
    el(
      'ol',
      { ref: list },
      all.map(({ place, at, sentence }, index) =>
        el(
          'li',
          { key: place },
          el(
            'button',
            {
              type: 'button',
              'aria-current': index === now ? 'true' : undefined,
              onClick: () => {
                onJump(at);
              },
            },
            el('time', {}, `${(at / 1_000).toLocaleString(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 })} s`),
            ' ',
            sentence,
          ),
        ),
      ),
    ),
  );
}

const said = signal('');
follow(1_000, (told, _, count) => {
  if (shown.peek().replayed || count === 0) return;
  said.value = count > mostSaid ? texts.many(count) : told.map(({ sentence }) => sentence).join('. ');
});

/** Says what happens as it happens; in a replay the player says it. */
export function liveRegion(): VNode {
  return el('div', { class: 'unseen', 'aria-live': 'polite', 'data-said': 'live' }, said);
}
