import { firstConnections, heldConnections, type LoadPlan } from '#measure';
import { quantity, statement } from '#record';
import type { FigureId } from './figures.ts';
import type { Extent, Scenario } from './scenario.ts';

/** Bytes of a message. */
const size = 32;

/** Any number: the same one in every run, so that two runs send at the same moments. */
const seed = 20_26;

const latencies: readonly FigureId[] = ['p50', 'p90', 'p99', 'p99.9', 'p99.99', 'max'];
const perMessage: readonly FigureId[] = ['cpu', 'cpu-user', 'cpu-system', 'rate', ...latencies, 'switches', 'busiest'];

const count = (value: number): ReturnType<typeof quantity> => quantity(value, 'count');

function closed(connections: number, inFlight: number, { duration, warmup }: Extent): LoadPlan {
  return { mode: 'message', connections, inFlight, size, warmup, limit: { duration } };
}

/** How many connections are held idle, ascending. */
export function idleSteps({ connections, size: of }: Extent): readonly number[] {
  const most = Math.min(connections, heldConnections[of]);
  return [...[firstConnections, 100, 1_000].filter((step) => step < most), most];
}

/** What the bench tries, in the order in which a server goes through it: what must find it fresh comes first. */
export const scenarios: readonly Scenario[] = [
  {
    id: 'start',
    title: { en: 'Starting', 'pt-BR': 'Iniciar' },
    describe: () =>
      statement({
        en: 'From starting the process until its port accepts, and the memory that it has then.',
        'pt-BR': 'Do início do processo até a porta aceitar, e a memória que ele tem nesse momento.',
      }),
    headline: 'start-up',
    figures: ['start-up', 'memory'],
  },
  {
    id: 'idle',
    title: { en: 'Idle connections', 'pt-BR': 'Conexões ociosas' },
    describe: (extent) =>
      statement({
        en: '{connections} connections are opened and held; then each sends one message, and all must be answered.',
        'pt-BR':
          '{connections} conexões são abertas e mantidas; depois cada uma envia uma mensagem, e todas têm de ser respondidas.',
        figures: { connections: count(idleSteps(extent).at(-1) ?? 0) },
      }),
    headline: 'memory-connection',
    figures: ['memory-connection', 'cpu-connection', 'memory'],
    needs: ['side-by-side'],
    // Opening ten thousand takes seconds, and memory differs little from round to round.
    rounds: 2,
    plan: (extent: Extent): LoadPlan => {
      const steps = idleSteps(extent);
      const connections = steps.at(-1) ?? 1;
      return { mode: 'idle', connections, inFlight: 1, size, warmup: 0, limit: { messages: connections }, steps };
    },
  },
  {
    id: 'single',
    title: { en: 'One client', 'pt-BR': 'Um cliente' },
    describe: () =>
      statement({
        en: 'One connection with one message in flight.',
        'pt-BR': 'Uma conexão com uma mensagem pendente.',
      }),
    headline: 'cpu',
    figures: perMessage,
    plan: (extent) => closed(1, 1, extent),
  },
  {
    id: 'in-flight-1',
    title: { en: '1 message in flight', 'pt-BR': '1 mensagem pendente' },
    describe: () =>
      statement({
        en: '{connections} connections, each with one message in flight.',
        'pt-BR': '{connections} conexões, cada uma com uma mensagem pendente.',
        figures: { connections: count(50) },
      }),
    headline: 'cpu',
    figures: perMessage,
    needs: ['side-by-side'],
    plan: (extent) => closed(50, 1, extent),
  },
  {
    id: 'in-flight-16',
    title: { en: '16 messages in flight', 'pt-BR': '16 mensagens pendentes' },
    describe: () =>
      statement({
        en: '{connections} connections, each with {inFlight} messages in flight.',
        'pt-BR': '{connections} conexões, cada uma com {inFlight} mensagens pendentes.',
        figures: { connections: count(50), inFlight: count(16) },
      }),
    headline: 'cpu',
    figures: perMessage,
    needs: ['side-by-side'],
    plan: (extent) => closed(50, 16, extent),
  },
  {
    id: 'connect',
    title: { en: 'Connect, one message, close', 'pt-BR': 'Conectar, uma mensagem, fechar' },
    describe: () =>
      statement({
        en: '{connections} clients at a time; each connects, sends one message, takes the reply and closes.',
        'pt-BR': '{connections} clientes por vez; cada um conecta, envia uma mensagem, recebe a resposta e fecha.',
        figures: { connections: count(10) },
      }),
    headline: 'cpu-connection',
    figures: ['cpu-connection', 'rate-connections', 'p50', 'p90', 'p99', 'p99.9', 'max'],
    plan: (extent) => ({ ...closed(10, 1, extent), mode: 'connect' }),
  },
  {
    id: 'open',
    title: { en: 'A fixed rate', 'pt-BR': 'Uma taxa fixa' },
    describe: ({ rate }) =>
      statement({
        en:
          'Messages at {rate} on {connections} connections, at random moments (Poisson) that do not wait for the server; ' +
          'latency counts from when a message was meant to be sent, service time from when it was.',
        'pt-BR':
          'Mensagens a {rate} em {connections} conexões, em momentos aleatórios (Poisson) que não esperam pelo servidor; ' +
          'a latência conta a partir de quando a mensagem deveria ser enviada; o tempo de serviço, de quando foi.',
        figures: { rate: quantity(rate, 'per-second'), connections: count(50) },
      }),
    headline: 'p99',
    figures: ['p99', 'p50', 'p90', 'p99.9', 'p99.99', 'max', 'service-p99', 'service-p99.9', 'cpu', 'rate', 'switches'],
    needs: ['side-by-side'],
    plan: (extent) => ({
      ...closed(50, 1, extent),
      mode: 'open',
      arrivals: { perSecond: extent.rate, spacing: 'poisson', seed },
    }),
  },
  {
    id: 'hash',
    title: { en: 'Messages that cost computing', 'pt-BR': 'Mensagens que usam a CPU' },
    describe: ({ hashRounds }) =>
      statement({
        en: 'Each message costs {rounds} rounds of hashing; {connections} connections, each with one in flight.',
        'pt-BR': 'Cada mensagem custa {rounds} iterações de hash; {connections} conexões, cada uma com uma pendente.',
        figures: { rounds: count(hashRounds), connections: count(8) },
      }),
    headline: 'rate',
    figures: ['rate', 'cpu', 'p50', 'p90', 'p99', 'max', 'loop-delay-p90', 'busiest'],
    needs: ['side-by-side', 'work'],
    flags: ({ hashRounds }) => ['--work', `hash:${hashRounds}`],
    // A message costs so much here that the probe's timers cost nothing.
    probed: true,
    plan: (extent) => closed(8, 1, extent),
  },
];
