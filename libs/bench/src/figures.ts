import type { BenchFigure } from '#record';

const percentile = (id: string, percent: string): BenchFigure => ({
  id,
  label: { en: `latency, ${percent}`, 'pt-BR': `latência, ${percent.replace('.', ',').replace('%', ' %')}` },
  unit: 'ms',
  better: 'lower',
});

/** Everything that the bench measures, in the order to show it. */
export const benchFigures = [
  { id: 'start-up', label: { en: 'from start to accepting', 'pt-BR': 'do início até aceitar' }, unit: 'ms', better: 'lower' },
  { id: 'memory', label: { en: 'memory (PSS)', 'pt-BR': 'memória (PSS)' }, unit: 'bytes', better: 'lower' },
  {
    id: 'memory-connection',
    label: { en: 'memory a connection', 'pt-BR': 'memória por conexão' },
    unit: 'bytes',
    better: 'lower',
  },
  { id: 'cpu', label: { en: 'CPU time a message', 'pt-BR': 'tempo de CPU por mensagem' }, unit: 'µs', better: 'lower' },
  {
    id: 'cpu-connection',
    label: { en: 'CPU time a connection', 'pt-BR': 'tempo de CPU por conexão' },
    unit: 'µs',
    better: 'lower',
  },
  { id: 'cpu-user', label: { en: 'CPU time, user', 'pt-BR': 'tempo de CPU, usuário' }, unit: 'µs', better: 'lower' },
  { id: 'cpu-system', label: { en: 'CPU time, system', 'pt-BR': 'tempo de CPU, sistema' }, unit: 'µs', better: 'lower' },
  { id: 'rate', label: { en: 'messages/s', 'pt-BR': 'mensagens/s' }, unit: 'per-second', better: 'higher' },
  {
    id: 'rate-connections',
    label: { en: 'connections/s', 'pt-BR': 'conexões/s' },
    unit: 'per-second',
    better: 'higher',
  },
  percentile('p50', '50%'),
  percentile('p90', '90%'),
  percentile('p99', '99%'),
  percentile('p99.9', '99.9%'),
  percentile('p99.99', '99.99%'),
  { id: 'max', label: { en: 'latency, longest', 'pt-BR': 'latência, a maior' }, unit: 'ms', better: 'lower' },
  { id: 'service-p99', label: { en: 'service time, 99%', 'pt-BR': 'tempo de serviço, 99 %' }, unit: 'ms', better: 'lower' },
  {
    id: 'service-p99.9',
    label: { en: 'service time, 99.9%', 'pt-BR': 'tempo de serviço, 99,9 %' },
    unit: 'ms',
    better: 'lower',
  },
  {
    id: 'switches',
    label: { en: 'turns on a CPU, a message', 'pt-BR': 'vezes na CPU, por mensagem' },
    unit: 'plain',
    better: 'lower',
  },
  {
    id: 'loop-delay',
    label: { en: 'event-loop delay, 99%', 'pt-BR': 'atraso do event loop, 99 %' },
    unit: 'ms',
    better: 'lower',
  },
  {
    id: 'busiest',
    label: { en: 'share of the busiest thread', 'pt-BR': 'parte da thread mais ocupada' },
    unit: 'share',
    better: 'lower',
  },
] as const satisfies readonly BenchFigure[];

export type FigureId = (typeof benchFigures)[number]['id'];
