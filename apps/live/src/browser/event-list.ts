import { computed, signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { el } from '#page/browser';
import { type Happening, happenings } from '../story/sentence.ts';
import { texts } from '../texts/timeline.ts';
import { language } from './page.ts';
import { clock, known, recording, replayed, replaying } from './state.ts';

/** As many as somebody may look through; the player steps through all. */
const most = 200;

/** More at a time are counted, and not read out. */
const mostSaid = 3;

const open = signal(false);
/** What was known when it was last looked at: to go through all that happened takes its time. */
const looked = signal(known.peek());
setInterval(() => { looked.value = known.peek(); }, 250);
const events = computed(() => {
  if (!open.value) return [];
  if (replayed.value) return happenings(replaying().entries, known.peek().scene, language, most);
  return happenings(recording.sorted(), looked.value.scene, language, most);
});

/** The place of the last that has happened at the moment that is shown. */
const current = computed(() => (replayed.value ? events.value.findLastIndex(({ at }) => at <= clock.value) : events.value.length - 1));

/** What happened last, in words; each leads to its moment. */
export function eventList({ onJump }: { readonly onJump: (at: number) => void }): VNode {
  const list = useRef<HTMLOListElement>(null);
  const all = events.value;
  const now = open.value ? current.value : -1;
  useLayoutEffect(() => {
    const { current: box } = list;
    const item = box?.children[now];
    // Whoever is reading it is not to lose the line.
    if (box === null || !(item instanceof HTMLElement) || box.matches(':hover, :focus-within')) return;
    box.scrollTop = item.offsetTop - box.clientHeight / 2;
  }, [now, all]);
  const onToggle = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }): void => {
    open.value = currentTarget.open;
  };
  const item = ({ at, sentence }: Happening, index: number): VNode => {
    const time = `${(at / 1_000).toLocaleString(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 })} s`;
    const attributes = { type: 'button', 'aria-current': index === now ? 'true' : undefined, onClick: () => { onJump(at); } };
    return el('li', {}, el('button', attributes, el('time', {}, time), ' ', sentence));
  };
  return el('details', { class: 'events', onToggle }, el('summary', {}, texts.events), el('ol', { ref: list }, all.map(item)));
}

const said = signal('');
/** What was read, and of which recording. */
let read = { of: recording, next: 0 };
setInterval(() => {
  const { entries, next } = recording.newsSince(read.of === recording ? read.next : undefined);
  read = { of: recording, next };
  const told = happenings(entries, known.peek().scene, language);
  if (replayed.peek() || told.length === 0) return;
  said.value = told.length > mostSaid ? texts.many(told.length) : told.map(({ sentence }) => sentence).join('. ');
}, 1_000);

/** Says what happens as it happens; in a replay the player says it. */
export function liveRegion(): VNode {
  return el('div', { class: 'unseen', 'aria-live': 'polite', 'data-said': 'live' }, said);
}
