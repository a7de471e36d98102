import { placesAround, usualPlace } from '../rates.ts';
import type { Texts, Words } from '../words.ts';

/** The controls of a figure, all of them native, and what they say. */
export interface Controls {
  /** Holds them all. */
  readonly bar: HTMLElement;
  readonly play: HTMLButtonElement;
  readonly back: HTMLButtonElement;
  readonly forward: HTMLButtonElement;
  /** In ms. */
  readonly position: HTMLInputElement;
  /** The position in words. */
  readonly at: HTMLElement;
  readonly all: HTMLButtonElement;
  /** The place of a rate. */
  readonly speed: HTMLSelectElement;
  /** What happened last. */
  readonly last: HTMLElement;
}

/** @param lasted in ms */
export function controlsFor(texts: Texts, words: Words, lasted: number): Controls {
  const usual = usualPlace(lasted);
  const controls = {
    play: button(texts.play),
    back: button(texts.back),
    forward: button(texts.forward),
    position: html('input', { type: 'range', ariaLabel: texts.position, max: String(lasted), step: 'any' }),
    at: html('span', {}),
    all: button(texts.all),
    speed: html('select', { ariaLabel: texts.speed }),
    last: html('p', {}),
  };
  controls.speed.append(
    ...placesAround(usual).map((place) => {
      const chosen = place === usual;
      return new Option(words.rate(place), String(place), chosen, chosen);
    }),
  );
  const bar = html('div', { role: 'group', ariaLabel: texts.replay, className: 'replay' });
  bar.append(...Object.values(controls));
  return { bar, ...controls };
}

function button(text: string): HTMLButtonElement {
  return html('button', { type: 'button', textContent: text });
}

function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
