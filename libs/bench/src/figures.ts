import type { BenchFigure, Unit } from '#record';

/** Less of it is better, unless said otherwise. */
function figure<const Id extends string>(
  id: Id,
  en: string,
  portuguese: string,
  unit: Unit,
  better: BenchFigure['better'] = 'lower',
): BenchFigure & { readonly id: Id } {
  return { id, label: { en, 'pt-BR': portuguese }, unit, better };
}

function percentile<const Id extends string>(id: Id, percent: string): BenchFigure & { readonly id: Id } {
  return figure(id, `latency, ${percent}`, `latência, ${percent.replace('.', ',')}`, 'ms');
}

/** Everything that the bench measures, in the order to show it. */
export const benchFigures = [
  figure('start-up', 'from start to accepting', 'do início até aceitar', 'ms'),
  figure('memory', 'memory (PSS)', 'memória (PSS)', 'bytes'),
  figure('memory-connection', 'memory a connection', 'memória por conexão', 'bytes'),
  figure('cpu', 'CPU time a message', 'tempo de CPU por mensagem', 'µs'),
  figure('cpu-connection', 'CPU time a connection', 'tempo de CPU por conexão', 'µs'),
  figure('cpu-user', 'CPU time, user', 'tempo de CPU, usuário', 'µs'),
  figure('cpu-system', 'CPU time, system', 'tempo de CPU, sistema', 'µs'),
  figure('rate', 'messages/s', 'mensagens/s', 'per-second', 'higher'),
  figure('rate-connections', 'connections/s', 'conexões/s', 'per-second', 'higher'),
  percentile('p50', '50%'),
  percentile('p90', '90%'),
  percentile('p99', '99%'),
  percentile('p99.9', '99.9%'),
  percentile('p99.99', '99.99%'),
  figure('max', 'latency, longest', 'latência máxima', 'ms'),
  figure('service-p99', 'service time, 99%', 'tempo de serviço, 99%', 'ms'),
  figure('service-p99.9', 'service time, 99.9%', 'tempo de serviço, 99,9%', 'ms'),
  figure('switches', 'turns on a CPU, a message', 'vezes escalonado na CPU, por mensagem', 'plain'),
  // A 99th percentile takes 100 timers: of 100 a second, and fewer while the loop is late, a round has too few.
  figure('loop-delay-p90', 'event-loop delay, 90%', 'atraso do event loop, 90%', 'ms'),
  figure('busiest', 'share of the busiest thread', 'parcela da thread mais ocupada', 'share'),
];

export type FigureId = (typeof benchFigures)[number]['id'];

/** The unit of a figure; undefined where there is none of that name. */
export function unitOf(id: string): Unit | undefined {
  return benchFigures.find((one) => one.id === id)?.unit;
}
