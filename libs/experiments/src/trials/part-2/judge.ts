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

/** @param steps by their holds, ascending; the figures are those of the longest */
export function judge(
  steps: readonly Step[],
  { connect, wait, hold }: Readonly<Record<'connect' | 'wait' | 'hold', Quantity>>,
): Judgement[] {
  const traces = steps.flatMap((step) => step.traces);
  const most = Math.max(...traces.map(({ events }) => mostAtOnce(servedIntervals(events))));
  const early = traces.every(({ clients: [first, second] }) => (second?.connected ?? NaN) <= (first?.closed ?? NaN));
  const least = waitOf(steps[0] as Step);
  // It waits for the first client, and for nothing else: a long hold is a long wait, and none is none.
  const follows = wait.value > hold.value / 2 && least.value < hold.value / 2;
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
      verdict: 'holds', // One that was refused would have ended the experiment: see requireOk().
      because: statement({
        en: 'All {clients} clients were answered.',
        'pt-BR': 'Todos os {clients} clientes foram respondidos.',
        figures: { clients: quantity(traces.length * 2, 'count') },
      }),
    },
    {
      id: 'strictly-serial',
      verdict: most > 1 ? 'does-not-hold' : most === 1 ? 'holds' : 'undecided',
      because: statement({
        en: 'By the server’s own events, the most connections being served at one moment were {most}.',
        'pt-BR': 'Pelos eventos do próprio servidor, o máximo de conexões em atendimento ao mesmo tempo foi {most}.',
        figures: { most: quantity(most, 'count') },
      }),
    },
  ];
}
