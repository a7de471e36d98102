import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { el } from '#page/browser';
import { english, placesAround, type Player, playerOf, portuguese, usualPlace } from '#replay/browser';
import { isTold, sentenceOf } from '../story/sentence.ts';
import { texts } from '../texts/page.ts';
import { button } from './fields.ts';
import { language, say } from './page.ts';
import { known, replaying, showLive, showMoment } from './state.ts';

/** The place of 1/100 among the rates, the slowest that is offered. */
const slowest = -6;

/** While a replay is shown. */
export const player = signal<Player | undefined>(undefined);

/** Shows what happened until now from a moment on, ms, standing still. */
export function enterReplay(at: number): void {
  if (player.value === undefined) {
    const now = known.peek().scene;
    const { entries, scene, until } = replaying();
    const lasted = Math.max(until, 1);
    const usual = usualPlace(lasted);
    player.value = playerOf({
      texts: say(english, portuguese),
      moments: entries.filter(isTold),
      from: scene.at,
      lasted,
      places: [...new Set([...placesAround(usual), ...Array.from({ length: 1 - slowest }, (_, place) => -place)])].sort((one, other) => other - one),
      say: (entry) => sentenceOf(entry, now, language) ?? '',
      show: showMoment,
    });
  }
  player.value.goTo(at);
}

export function leaveReplay(): void {
  player.value?.pause();
  showLive();
  // Whoever hears of it may begin another one, of all that is known now.
  player.value = undefined;
}

/** The report's player, over what happened here. */
export function replayBar(): VNode {
  const { at, done } = known.value.scene;
  const place = useRef<HTMLDivElement>(null);
  const { value } = player;
  useLayoutEffect(() => {
    place.current?.replaceChildren(...(value === undefined ? [] : [value.bar]));
  }, [value]);
  const stop = button(texts.pause, at === 0, () => { enterReplay(Infinity); });
  return el('div', { class: 'replaying', role: 'region', 'aria-label': texts.replay },
    value === undefined ? stop : (done === undefined || done > replaying().until) && button(texts.live, false, leaveReplay),
    el('div', { ref: place, class: 'player' }),
  );
}
