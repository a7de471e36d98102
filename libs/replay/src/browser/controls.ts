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

/** Which times and rates a viewer may choose. */
export interface Reach {
  /** ms at which the timeline begins. */
  readonly from: number;
  /** ms at which it ends. */
  readonly lasted: number;
  /** Of rates. At first the usual one is chosen; the first, where that is none of them. */
  readonly places: readonly number[];
  readonly usual: number;
}

export function controlsFor(texts: Texts, words: Words, { from, lasted, places, usual }: Reach): Controls {
  const controls = {
    play: button(texts.play),
    back: button(texts.back),
    forward: button(texts.forward),
    position: html('input', { type: 'range', ariaLabel: texts.position, min: `${from}`, max: `${lasted}`, step: 'any' }),
    at: html('span', {}),
    all: button(texts.all),
    speed: html('select', { ariaLabel: texts.speed }),
    last: html('p', {}),
  };
  controls.speed.append(
    ...places.map((place) => new Option(words.rate(place), String(place), place === usual, place === usual)),
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
