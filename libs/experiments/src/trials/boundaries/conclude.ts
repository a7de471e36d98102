import { type Quantity, quantity, spread, type Statement, statement } from '#record';
import { barOf } from '../../findings/bar-of.ts';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { tableOf } from '../../findings/table-of.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { judge, messagesIn, rightShare, type Seen, type Tried } from './judge.ts';

/** Far more than one read brings: 64 KiB on Linux, by libuv's buffer. */
export const longBytes = 200_000;

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
            'Observe quantas vezes dois envios se juntaram: não há regra que decida isso, só o momento em que o processo do servidor consegue ler. Um teste disso pode passar por anos numa máquina ociosa e falhar numa ocupada.',
        }),
        statement({
          en: 'A write is not a packet, and a packet is not a read. A protocol over TCP must say itself where a message ends: by a mark, as a line’s end, or by a length sent ahead.',
          'pt-BR':
            'Uma escrita não é um pacote, e um pacote não é uma leitura. Um protocolo sobre TCP precisa dizer onde a mensagem termina: com um delimitador, como a quebra de linha, ou com o tamanho, enviado antes dela.',
        }),
      ],
      charts: [
        {
          kind: 'bars',
          title: { en: 'Two quick sends answered as one message', 'pt-BR': 'Dois envios rápidos respondidos como uma mensagem' },
          description: {
            en: 'Share of the tries in which “um” and “dois” came back as “Echo: umdois”, by server and framing.',
            'pt-BR': 'Parcela das tentativas em que “um” e “dois” voltaram como “Echo: umdois”, por servidor e enquadramento.',
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
          { en: 'came most often as', 'pt-BR': 'resposta mais frequente', cell: mostOften },
          { en: 'one long message: size', 'pt-BR': 'uma mensagem longa: tamanho', cell: () => seen.long },
          { en: 'its prefixes', 'pt-BR': 'prefixos na resposta a ela', cell: prefixesOf },
          { en: 'of all tries answered message by message', 'pt-BR': 'tentativas respondidas mensagem a mensagem', cell: rightOf },
        ]),
      ],
      figures,
    },
    claims: [judge(chunk, seen)],
  };
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
