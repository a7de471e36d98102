import { highOf, lowOf, type Quantity, spread, statement, type Trace, type Visit } from '#record';
import type { Judgement } from '../../running/experiment.ts';

/** What became of those that came while the first client was served. */
export interface Queue {
  /** How many were connected before it left: they are in the queue. */
  readonly queued: Quantity;
  /** How long the others' connects took; undefined where there were none. */
  readonly waited: Quantity | undefined;
}

/** The kernel answers a connect at once or after a second and more, so the order of events is all there is to see. */
export function queueOf(traces: readonly Trace[]): Queue {
  const rounds = traces.map(({ clients: [first, ...others] }) => {
    const left = first?.ended ?? NaN;
    const meanwhile = others.filter(({ started }) => started < left);
    return {
      queued: meanwhile.filter(({ connected = Infinity }) => connected < left).length,
      waits: meanwhile.filter(({ connected = Infinity }) => connected >= left).map(connectTime),
    };
  });
  const waits = rounds.flatMap((round) => round.waits);
  return {
    queued: spread(rounds.map((round) => round.queued), 'count'),
    waited: waits.length === 0 ? undefined : spread(waits, 'ms'),
  };
}

/** `listen(1)` holds one where each round said so, another number where each round said that. */
export function judgeBacklog({ queued, waited }: Queue): Judgement {
  const [low, high] = [lowOf(queued), highOf(queued)];
  const verdict = low === 1 && high === 1 ? 'holds' : low > 1 || high < 1 ? 'does-not-hold' : 'undecided';
  const because = waited
    ? statement({
        en: 'While the first client was served, {queued} connected at once and are the queue; the others’ connects took {waited}.',
        'pt-BR': 'Enquanto o primeiro cliente era atendido, {queued} conectaram de imediato e formaram a fila; os outros levaram {waited} para conectar.',
        figures: { queued, waited },
      })
    : statement({
        en: 'While the first client was served, all {queued} that came connected at once.',
        'pt-BR': 'Enquanto o primeiro cliente era atendido, todos os {queued} que chegaram conectaram de imediato.',
        figures: { queued },
      });
  return { id: 'backlog-one', verdict, because };
}

/** How long a client's connect took, ms. */
export function connectTime({ started, connected = NaN }: Visit): number {
  return connected - started;
}
