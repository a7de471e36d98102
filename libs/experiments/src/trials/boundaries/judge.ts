import { type Quantity, statement } from '#record';
import type { Judgement } from '../../running/experiment.ts';

/** Before each reply, so that it tells how many messages a server saw. */
export const prefix = 'Echo: ';

export type Framing = 'chunk' | 'line';

/** What one server with one framing made of what was sent. */
export interface Tried {
  readonly server: string;
  readonly framing: Framing;
  /** What came back for two quick sends, try by try. */
  readonly quick: readonly string[];
  /** What came back for one long message. */
  readonly long: readonly string[];
}

export function messagesIn(reply: string): number {
  return reply.split(prefix).length - 1;
}

/** The share of all tries in which as many messages came back as were sent. */
export function rightShare(all: readonly Tried[]): number {
  const right = all.flatMap(({ quick, long }) => [
    ...quick.map((reply) => messagesIn(reply) === 2),
    ...long.map((reply) => messagesIn(reply) === 1),
  ]);
  return right.filter(Boolean).length / right.length;
}

/** Of all servers that were tried so, from the least to the greatest. */
export type Seen = Readonly<Record<'joined' | 'prefixes' | 'long' | 'lineRight', Quantity>>;

/** A single message that came back as another refutes it; the long one does each time, however quiet the machine. */
export function judge(chunk: readonly Tried[], figures: Seen): Judgement {
  return {
    id: 'protocol-defined',
    verdict: rightShare(chunk) < 1 ? 'does-not-hold' : 'holds',
    because: statement({
      en: 'The report’s protocol takes what one read delivers for a message (framing chunk): a message of {long} came back with {prefixes} prefixes, and in {joined} of the tries two quick sends became one. A mark at its end defines a message: with framing line, {lineRight} of the tries were right.',
      'pt-BR':
        'O protocolo do relatório toma por mensagem o que uma leitura entrega (enquadramento chunk): uma mensagem de {long} voltou com {prefixes} prefixos, e em {joined} das tentativas dois envios rápidos viraram um. Um delimitador no fim define a mensagem: com o enquadramento line, {lineRight} das tentativas deram certo.',
      figures,
    }),
  };
}
