import { type Quantity, quantity, spread, statement, type Trace } from '#record';
import { mostAtOnce, servedIntervals } from '../../findings/served-intervals.ts';
import type { Judgement } from '../../running/experiment.ts';

/** What two clients saw whose first held for so long, ms, round by round. */
export interface Step {
  readonly hold: number;
  readonly traces: readonly Trace[];
}

export function connectOf({ traces }: Step): Quantity {
  return spread(traces.map(({ clients: [, second] }) => (second?.connected ?? NaN) - (second?.started ?? NaN)), 'ms');
}

/** From sending to the first byte. */
export function waitOf({ traces }: Step): Quantity {
  return spread(traces.map(({ clients: [, second] }) => (second?.firstByte ?? NaN) - (second?.sent ?? NaN)), 'ms');
}

/**
 * @param all steps of each server, by their holds, ascending
 * @param figures of all servers: those of the longest hold, and the wait with the shortest
 */
export function judge(
  all: readonly (readonly Step[])[],
  { connect, wait, least, hold }: Readonly<Record<'connect' | 'wait' | 'least' | 'hold', Quantity>>,
): Judgement[] {
  const traces = all.flat().flatMap((step) => step.traces);
  const most = Math.max(...traces.map(({ events }) => mostAtOnce(servedIntervals(events))));
  const early = traces.every(({ clients: [first, second] }) => (second?.connected ?? NaN) <= (first?.closed ?? NaN));
  // It waits for the first client, and for nothing else: a long hold is a long wait, and none is none.
  const follows = all.every((steps) => {
    const waits = steps.map((step) => waitOf(step).value);
    return (waits.at(-1) ?? NaN) > hold.value / 2 && (waits[0] ?? NaN) < hold.value / 2;
  });
  return [
    {
      id: 'connect-blocks',
      verdict: early ? 'does-not-hold' : 'holds',
      because: statement({
        en: 'The second client connected in {connect} while the first was served; what took {wait} was the first byte.',
        'pt-BR': 'O segundo cliente conectou em {connect} enquanto o primeiro era atendido; o que levou {wait} foi o primeiro byte.',
        figures: { connect, wait },
      }),
    },
    {
      id: 'waits-1-to-3-s',
      verdict: follows ? 'holds-with-condition' : 'does-not-hold',
      because: statement({
        en: 'It waits for what remains of the first client’s hold: {wait} with {hold}, {least} with none.',
        'pt-BR': 'Ele espera o que resta do tempo do primeiro cliente: {wait} quando este fica por {hold}, {least} quando não fica.',
        figures: { wait, hold, least },
      }),
    },
    {
      id: 'no-refusal',
      verdict: 'holds', // A server that refused one would have been taken out: see requireOk().
      because: statement({
        en: 'All {clients} clients were answered.',
        'pt-BR': 'Todos os {clients} clientes receberam resposta.',
        figures: { clients: quantity(traces.length * 2, 'count') },
      }),
    },
    {
      id: 'strictly-serial',
      verdict: most > 1 ? 'does-not-hold' : most === 1 ? 'holds' : 'undecided',
      because: statement({
        en: 'By the servers’ own events, the most connections that any of them served at one moment were {most}.',
        'pt-BR': 'Pelos eventos dos próprios servidores, o máximo de conexões que algum deles atendeu ao mesmo tempo foi {most}.',
        figures: { most: quantity(most, 'count') },
      }),
    },
  ];
}
