import { type Clock, clockTime } from '../clock.ts';
import { lastMoment, stepBack, stepForward, type Timed } from '../moments.ts';
import { placesAround, rateAt, usualPlace } from '../rates.ts';
import { filled, type Texts, wordsFor } from '../words.ts';
import { controlsFor } from './controls.ts';

export interface PlayerOptions<Moment extends Timed> {
  /** In the language of the page. */
  readonly texts: Texts;
  /** In order; those that steps lead to. */
  readonly moments: readonly Moment[];
  /** ms at which the timeline begins; 0 by default. */
  readonly from?: number;
  /** ms at which it ends. */
  readonly lasted: number;
  /**
   * Of the rates that a viewer may choose; by default those around the usual one. It begins with the usual one, and with the
   * first of them where they are without it.
   */
  readonly places?: readonly number[];
  /** What happened at a moment. */
  readonly say: (moment: Moment) => string;
  /**
   * Shows a time, in ms, on the page: at first the end.
   *
   * @param whole at the end
   */
  readonly show: (time: number, whole: boolean) => void;
}

/** What plays and steps a timeline. */
export interface Player {
  /** Its controls. */
  readonly bar: HTMLElement;
  /** Pauses at a time, in ms. */
  readonly goTo: (time: number) => void;
  /** Whoever takes a player off the page pauses it first. */
  readonly pause: () => void;
}

/** How often the controls change while it plays, ms: nobody reads them faster, and a browser lays out all of a page for it. */
const writtenEvery = 100;

/** Pauses the player that plays: there is one at a time. */
let pauseOther = (): void => undefined;

export function playerOf<Moment extends Timed>(options: PlayerOptions<Moment>): Player {
  const { texts, moments, from = 0, lasted, say } = options;
  const usual = usualPlace(lasted - from);
  const { places = placesAround(usual) } = options;
  const words = wordsFor(texts, lasted);
  const controls = controlsFor(texts, words, { from, lasted, places, usual });
  const { bar, play, back, forward, position, at, all, speed, last } = controls;
  const motion = matchMedia('(prefers-reduced-motion: reduce)');

  let time = lasted;
  /** While it plays. */
  let clock: Clock | undefined;
  let frame = 0;
  let written = -Infinity;
  const whole = words.time(lasted);
  const write = (element: HTMLElement, text: string): void => {
    if (element.textContent !== text) element.textContent = text;
  };

  /** What happened last is read out as the viewer steps, and not as it plays. */
  const show = (live = clock === undefined ? 'polite' : 'off'): void => {
    const moment = lastMoment(moments, time);
    // Who wants little motion sees the same moments at the same pace, and nothing in between.
    const shown = clock !== undefined && motion.matches ? Math.max(moment?.at ?? from, from) : time;
    options.show(shown, shown >= lasted);
    if (clock !== undefined && performance.now() < written + writtenEvery) return;
    written = performance.now();
    position.valueAsNumber = shown;
    write(play, clock === undefined ? texts.play : texts.pause);
    // As wide whatever it is, so that what stands beside it does not move: U+2007 is as wide as a digit.
    write(at, filled(texts.time, { at: words.time(shown).padStart(whole.length, '\u2007'), lasted: whole }));
    position.ariaValueText = at.textContent.trim();
    last.ariaLive = live;
    write(last, moment === undefined ? texts.nothing : say(moment));
  };
  const start = (): void => {
    clock = { from: time, since: performance.now(), rate: rateAt(Number(speed.value)) };
    written = -Infinity;
  };
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clock = undefined;
  };
  const playOn = (now: number): void => {
    if (clock !== undefined) time = Math.min(clockTime(clock, now), lasted);
    if (time === lasted) stop();
    else frame = requestAnimationFrame(playOn);
    show();
  };
  const pause = (): void => {
    if (clock === undefined) return;
    stop();
    show();
  };
  const goTo = (to: number, live?: 'off'): void => {
    stop();
    time = Math.min(Math.max(to, from), lasted);
    show(live);
  };

  play.onclick = () => {
    if (clock !== undefined) {
      pause();
      return;
    }
    pauseOther();
    pauseOther = pause;
    if (time === lasted) time = from;
    start();
    frame = requestAnimationFrame(playOn);
    show();
  };
  speed.onchange = () => {
    if (clock !== undefined) start();
  };
  back.onclick = () => {
    goTo(stepBack(moments, time));
  };
  forward.onclick = () => {
    goTo(stepForward(moments, time, lasted));
  };
  position.oninput = () => {
    // The position says itself where it is.
    goTo(position.valueAsNumber, 'off');
  };
  all.onclick = () => {
    goTo(lasted);
  };

  show();
  last.textContent = '';
  return { bar, goTo, pause };
}
