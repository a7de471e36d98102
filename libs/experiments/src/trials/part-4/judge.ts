import { compare, type Findings, highOf, lowOf, quantity, statement } from '#record';
import { figureIn } from '../../findings/figure-in.ts';
import { listNames } from '../../findings/list-names.ts';
import type { Judgement } from '../../running/experiment.ts';

/** From here on a server would be about 15 times faster; a range below it is not. */
const aboutFifteen = 10;

/** Totals of two clients on one server, ms, round by round. */
export interface Totals {
  readonly held: readonly number[];
  /** Without a hold. */
  readonly short: readonly number[];
}

/** By name, then by server. */
export type Figures = Findings['figures'];

export type Gain = ReturnType<typeof compare>;

/** The serial server's totals divided by those of the others. */
export interface Gains {
  readonly held: Gain;
  readonly short: Gain;
}

/** Round by round, over all the others. */
export function gainsOver(serial: Totals, others: readonly Totals[]): Gains {
  const gain = (key: keyof Totals): Gain =>
    compare(others.flatMap(() => serial[key]), others.flatMap((other) => other[key]));
  return { held: gain('held'), short: gain('short') };
}

/**
 * What the gains say of the claim that two clients are served about 15 times faster: by the whole range, for a median that
 * happens to lie on one side says nothing of the next run.
 */
export function judgeSpeedup15({ held }: Gains, { hold, figures }: { readonly hold: number; readonly figures: Figures }): Judgement {
  const names = listNames(Object.keys(figures['two-clients-gain'] ?? {}));
  return {
    id: 'speedup-15',
    verdict: highOf(held.ratio) < aboutFifteen ? 'does-not-hold' : lowOf(held.ratio) >= aboutFifteen ? 'holds' : 'undecided',
    because: statement({
      en: `With two clients that hold {hold} each, ${names.en} took the serial one’s time divided by {held}, and by {short} without a hold. Not to wait for each other makes two clients {most} times as fast at most.`,
      'pt-BR':
        `Com dois clientes que mantêm a conexão por {hold} cada um, a razão entre o tempo no serial e em ${names['pt-BR']} foi de {held}, e de {short} sem manter a conexão. Deixar de esperar um pelo outro torna dois clientes no máximo {most} vezes mais rápidos.`,
      figures: {
        hold: quantity(hold, 'ms'),
        held: figureIn(figures, 'two-clients-gain'),
        short: figureIn(figures, 'two-clients-short-gain'),
        most: quantity(2, 'count'),
      },
    }),
  };
}
