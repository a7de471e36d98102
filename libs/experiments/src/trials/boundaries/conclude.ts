import { type Quantity, quantity, spread, type Statement, statement } from '#record';
import { barOf } from '../../findings/bar-of.ts';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { tableOf } from '../../findings/table-of.ts';
import type { ExperimentResult, Judgement } from '../../running/experiment.ts';

/** Far more than one read brings: 64 KiB on Linux, by libuv's buffer. */
export const longBytes = 200_000;

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

export function concludeBoundaries(all: readonly Tried[]): ExperimentResult {
  const chunk = all.filter(({ framing }) => framing === 'chunk');
  const line = all.filter(({ framing }) => framing === 'line');
  const figures = {
    'quick-sends-joined': byServer(chunk, joinedOf),
    'long-message-prefixes': byServer(chunk, prefixesOf),
    'lines-answered-right': byServer(line, rightOf),
  };
  const seen = {
    joined: figureIn(figures, 'quick-sends-joined'),
    prefixes: figureIn(figures, 'long-message-prefixes'),
    long: quantity(longBytes, 'bytes'),
    lineRight: figureIn(figures, 'lines-answered-right'),
  };
  return {
    findings: {
      answer: answerOf(seen),
      notes: [
        statement({
          en: 'Look at how often two sends were joined: no rule decides it, but how soon the server’s process gets to read. A test of it on a quiet machine may pass for years and fail on a busy one.',
          'pt-BR':
            'Observe quantas vezes dois envios se juntaram: nenhuma regra decide isso, e sim quando o processo do servidor consegue ler. Um teste disso numa máquina tranquila pode passar por anos e falhar numa ocupada.',
        }),
        statement({
          en: 'A write is not a packet, and a packet is not a read. A protocol over TCP must say itself where a message ends: by a mark, as a line’s end, or by a length sent ahead.',
          'pt-BR':
            'Uma escrita não é um pacote, e um pacote não é uma leitura. Um protocolo sobre TCP precisa dizer ele mesmo onde a mensagem termina: por uma marca, como o fim da linha, ou por um tamanho enviado antes.',
        }),
      ],
      charts: [
        {
          kind: 'bars',
          title: { en: 'Two quick sends answered as one message', 'pt-BR': 'Dois envios rápidos respondidos como uma mensagem' },
          description: {
            en: 'Share of the tries in which “um” and “dois” came back as “Echo: umdois”, by server and framing.',
            'pt-BR': 'Parte das tentativas em que “um” e “dois” voltaram como “Echo: umdois”, por servidor e enquadramento.',
          },
          unit: 'share',
          bars: all.map((tried) => {
            const name = `${tried.server}, ${tried.framing}`;
            return barOf({ en: name, 'pt-BR': name }, joinedOf(tried), tried.server);
          }),
        },
      ],
      tables: [
        tableOf<Tried>({ en: 'How many messages the server saw', 'pt-BR': 'Quantas mensagens o servidor viu' }, all, [
          { en: 'server', 'pt-BR': 'servidor', cell: ({ server }) => server },
          { en: 'framing', 'pt-BR': 'enquadramento', cell: ({ framing }) => framing },
          { en: 'two quick sends: answered as one', 'pt-BR': 'dois envios rápidos: respondidos como um', cell: joinedOf },
          { en: 'came most often as', 'pt-BR': 'chegou mais vezes como', cell: mostOften },
          { en: 'one long message: size', 'pt-BR': 'uma mensagem longa: tamanho', cell: () => seen.long },
          { en: 'its prefixes', 'pt-BR': 'seus prefixos', cell: prefixesOf },
          { en: 'of all tries answered message by message', 'pt-BR': 'tentativas respondidas mensagem a mensagem', cell: rightOf },
        ]),
      ],
      figures,
    },
    claims: [judge(chunk, seen)],
  };
}

function messagesIn(reply: string): number {
  return reply.split(prefix).length - 1;
}

function joinedOf({ quick }: Tried): Quantity {
  return quantity(quick.filter((reply) => messagesIn(reply) === 1).length / quick.length, 'share');
}

function prefixesOf({ long }: Tried): Quantity {
  return spread(long.map(messagesIn), 'count');
}

function rightOf(tried: Tried): Quantity {
  return quantity(rightShare([tried]), 'share');
}

/** The share of all tries in which as many messages came back as were sent. */
function rightShare(all: readonly Tried[]): number {
  const right = all.flatMap(({ quick, long }) => [
    ...quick.map((reply) => messagesIn(reply) === 2),
    ...long.map((reply) => messagesIn(reply) === 1),
  ]);
  return right.filter(Boolean).length / right.length;
}

/** Of all servers that were tried so, from the least to the greatest. */
type Seen = Readonly<Record<'joined' | 'prefixes' | 'long' | 'lineRight', Quantity>>;

function answerOf(figures: Seen): Statement {
  return statement({
    en: 'Not with framing chunk: in {joined} of the tries two quick sends were answered as one, “Echo: umdois”, and one message of {long} came back with {prefixes} prefixes. With framing line, {lineRight} of the tries were answered message by message.',
    'pt-BR':
      'Não com o enquadramento chunk: em {joined} das tentativas dois envios rápidos foram respondidos como um só, “Echo: umdois”, e uma mensagem de {long} voltou com {prefixes} prefixos. Com o enquadramento line, {lineRight} das tentativas foram respondidas mensagem a mensagem.',
    figures,
  });
}

function mostOften({ quick }: Tried): string {
  const byReply = Map.groupBy(quick, (reply) => reply);
  const [reply = ''] = [...byReply].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return reply.replaceAll('\n', '\\n');
}

/** A single message that came back as another refutes it; the long one does each time, however quiet the machine. */
function judge(chunk: readonly Tried[], figures: Seen): Judgement {
  return {
    id: 'protocol-defined',
    verdict: rightShare(chunk) < 1 ? 'does-not-hold' : 'holds',
    because: statement({
      en: 'The report’s protocol takes what one read delivers for a message (framing chunk): a message of {long} came back with {prefixes} prefixes, and in {joined} of the tries two quick sends became one. A mark at its end defines a message: with framing line, {lineRight} of the tries were right.',
      'pt-BR':
        'O protocolo do relatório toma por mensagem o que uma leitura entrega (enquadramento chunk): uma mensagem de {long} voltou com {prefixes} prefixos, e em {joined} das tentativas dois envios rápidos viraram um. Uma marca no fim define a mensagem: com o enquadramento line, {lineRight} das tentativas deram certo.',
      figures,
    }),
  };
}
