import { type Clock, clockTime } from '../clock.ts';
import { lastMoment, momentsOf, stepBack, stepForward } from '../moments.ts';
import { rateAt } from '../rates.ts';
import { filled, type Texts, wordsFor } from '../words.ts';
import { controlsFor } from './controls.ts';
import { hiderOf, spansIn } from './drawing.ts';

/** In the language of the page: they stand before this in the script. */
declare const texts: Texts;

const motion = matchMedia('(prefers-reduced-motion: reduce)');

/** Pauses the figure that plays: there is one at a time. */
let pauseOther = (): void => undefined;

/** Gives a figure its controls. All its drawings show the same time. */
function replay(figure: HTMLElement, index: number): void {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg[data-lasted]')];
  const [drawing] = drawings;
  if (drawing === undefined) return;
  const hiders = drawings.map((svg, at) => hiderOf(svg, `replay-${index}-${at}`));
  const moments = momentsOf(spansIn(drawing));
  const lasted = Number(drawing.dataset['lasted']);
  const words = wordsFor(texts, lasted);
  const { bar, play, back, forward, position, at, all, speed, last } = controlsFor(texts, words, lasted);

  let time = lasted;
  /** While it plays. */
  let clock: Clock | undefined;
  let frame = 0;

  /** What happened last is read out as the viewer steps, and not as it plays. */
  const show = (live = clock === undefined ? 'polite' : 'off'): void => {
    const moment = lastMoment(moments, time);
    // Who wants little motion sees the same moments at the same pace, and nothing in between.
    const shown = clock !== undefined && motion.matches ? (moment?.at ?? 0) : time;
    for (const hide of hiders) hide(shown);
    play.textContent = clock === undefined ? texts.play : texts.pause;
    position.valueAsNumber = shown;
    // As wide whatever it is, so that what stands beside it does not move: U+2007 is as wide as a digit.
    const whole = words.time(lasted);
    at.textContent = filled(texts.time, { at: words.time(shown).padStart(whole.length, '\u2007'), lasted: whole });
    position.ariaValueText = at.textContent.trim();
    last.ariaLive = live;
    const said = moment === undefined ? texts.nothing : words.moment(moment);
    if (last.textContent !== said) last.textContent = said;
  };
  const start = (): void => {
    clock = { from: time, since: performance.now(), rate: rateAt(Number(speed.value)) };
  };
  const pause = (): void => {
    cancelAnimationFrame(frame);
    clock = undefined;
  };
  const playOn = (now: number): void => {
    if (clock !== undefined) time = Math.min(clockTime(clock, now), lasted);
    if (time === lasted) pause();
    else frame = requestAnimationFrame(playOn);
    show();
  };

  play.onclick = () => {
    if (clock === undefined) {
      pauseOther();
      pauseOther = () => {
        pause();
        show();
      };
      if (time === lasted) time = 0;
      start();
      frame = requestAnimationFrame(playOn);
    } else pause();
    show();
  };
  speed.onchange = () => {
    if (clock !== undefined) start();
  };
  const goTo = (to: number, live?: 'off'): void => {
    pause();
    time = to;
    show(live);
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
  const caption = figure.querySelector('figcaption');
  if (caption === null) figure.prepend(bar);
  else caption.after(bar);
}

for (const [index, figure] of document.querySelectorAll<HTMLElement>('figure[data-replay]').entries()) {
  replay(figure, index);
}
