import type { english } from './catalogue.en.ts';
import type { Change, Moment, Span } from './moments.ts';
import { rateAt } from './rates.ts';

export type Texts = typeof english & {
  /** BCP 47. */
  readonly locale: string;
};

/** What is said of a timeline. */
export interface Words {
  /** @param at in ms */
  readonly time: (at: number) => string;
  /** When, who, and what begins and ends; lanes in which the same happens are named together. */
  readonly moment: (moment: Moment) => string;
  /** The rate at a place, as a factor of real time. */
  readonly rate: (place: number) => string;
}

/** @param lasted in ms: it decides how many decimals the timeline's times have */
export function wordsFor(texts: Texts, lasted: number): Words {
  const digits = Math.min(Math.max(3 - Math.floor(Math.log10(lasted)), 1), 3);
  const ms = new Intl.NumberFormat(texts.locale, {
    style: 'unit',
    unit: 'millisecond',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const number = new Intl.NumberFormat(texts.locale);
  const list = new Intl.ListFormat(texts.locale);
  const who = ({ lane, server }: Span): string =>
    server === undefined ? lane : filled(texts.onServer, { lane, server });
  const what = ({ span: { phase }, begins }: Change): string => filled(begins ? texts.begins : texts.ends, { phase });

  return {
    time: (at) => ms.format(at),
    moment: ({ at, changes }) => {
      const byLane = Map.groupBy(changes, ({ span }) => who(span));
      const byChange = Map.groupBy(byLane, ([, ofLane]) => ofLane.map(what).join(', '));
      const told = [...byChange].map(([change, lanes]) => `${list.format(lanes.map(([lane]) => lane))}: ${change}`);
      return `${ms.format(at)}: ${told.join('; ')}`;
    },
    rate: (place) => {
      if (place === 0) return texts.realTime;
      return filled(place < 0 ? texts.slower : texts.faster, { times: number.format(rateAt(Math.abs(place))) });
    },
  };
}

/** A text of the catalogue with what belongs in its braces. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
