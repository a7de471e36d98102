import { delayBounds, replyBounds } from './bounds.ts';
import type { Distributed } from './distribution.ts';
import type { CpuTime, Figures } from './figures.ts';
import { replacementReasons } from './replacements.ts';

type Labels = Readonly<Record<string, string | number>>;

/** A metric and its samples, in the shape in which registries of prom-client are added up. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly aggregator: 'sum';
  readonly values: readonly Sample[];
}

interface Sample {
  readonly value: number;
  readonly labels: Labels;
  /** That of a histogram's parts, which differs from the family's. */
  readonly metricName?: string;
}

/**
 * What one event loop has counted, as metrics (prometheus.io/docs/practices/naming). Those of several are added up where
 * their labels are the same: so only what a worker has for itself is told by worker.
 *
 * @param worker its id; `main` for the process that was started
 */
export function familiesOf(worker: string, figures: Figures): Family[] {
  const { process: whole, cpu, replaced } = figures;
  const own = { worker };
  return [
    counter(
      'echo_connections_accepted_total',
      'Connections that were accepted, those of health checks and of the PROXY command LOCAL included.',
      [sample(figures.accepted)],
    ),
    counter('echo_connections_refused_total', 'Connections that were refused, because the server was full.', [
      sample(figures.refused),
    ]),
    counter('echo_connections_reset_total', 'Connections that a peer reset, or that broke.', [sample(figures.reset)]),
    gauge('echo_connections_active', 'Connections that are being served.', whole && [sample(whole.active)]),
    gauge('echo_connections_waiting', 'Connections that were accepted and wait for their turn.', whole && [
      sample(whole.waiting),
    ]),
    counter('echo_messages_total', 'Messages that were received whole.', [sample(figures.messages)]),
    counter('echo_read_bytes_total', 'Bytes that were read from clients.', [sample(figures.bytesRead)]),
    counter('echo_reply_bytes_total', 'Bytes of replies that were written.', [sample(figures.bytesReplied)]),
    histogram(
      'echo_reply_duration_seconds',
      'Time from the read that completed a message to the writing of its reply.',
      samplesOf('echo_reply_duration_seconds', replyBounds, figures.replies),
    ),
    histogram(
      'echo_event_loop_delay_seconds',
      'How late an event loop came to a timer that is set ten times a second.',
      samplesOf('echo_event_loop_delay_seconds', delayBounds, figures.delays, own),
    ),
    counter(
      'echo_event_loop_cpu_seconds_total',
      'CPU time of the thread that an event loop runs on.',
      cpuSamples(cpu, own),
    ),
    gauge('echo_heap_bytes', 'Heap of the JavaScript of an event loop, its free space included.', [
      sample(figures.heap, own),
    ]),
    counter(
      'echo_process_cpu_seconds_total',
      'CPU time of a process, all its threads included.',
      whole && cpuSamples(whole.cpu, own),
    ),
    gauge('echo_process_resident_memory_bytes', 'Resident memory of a process, all its threads included.', whole && [
      sample(whole.resident, own),
    ]),
    counter(
      'echo_workers_replaced_total',
      'Workers that ended, hung or could not be started, and were replaced.',
      replacementReasons.map((reason) => sample(replaced[reason], { reason })),
    ),
  ];
}

/** What only whoever asks workers knows: how many there are, and how often one did not answer in time. */
export function familiesOfWorkers({ ready, silences }: { readonly ready: number; readonly silences: number }): Family[] {
  return [
    gauge('echo_workers_ready', 'Workers that serve connections.', [sample(ready)]),
    counter(
      'echo_worker_silences_total',
      'Times that a worker did not tell its figures in time: it counts with what it told last, and its gauges are left out.',
      [sample(silences)],
    ),
  ];
}

/** What a worker leaves that is gone, or says nothing: all that never falls. */
export function totalsOf(families: readonly Family[]): Family[] {
  return families.filter(({ type }) => type !== 'gauge');
}

const family =
  (type: Family['type']) =>
  (name: string, help: string, values: readonly Sample[] = []): Family => ({ name, help, type, aggregator: 'sum', values });
const counter = family('counter');
const gauge = family('gauge');
const histogram = family('histogram');

const sample = (value: number, labels: Labels = {}): Sample => ({ value, labels });

function cpuSamples({ user, system }: CpuTime, labels: Labels): Sample[] {
  return [sample(user, { ...labels, mode: 'user' }), sample(system, { ...labels, mode: 'system' })];
}

/** The parts of a histogram: how many are below each bound, the sum, and how many there are. */
function samplesOf(name: string, bounds: readonly number[], { counts, sum }: Distributed, labels: Labels = {}): Sample[] {
  let below = 0;
  const buckets = counts.map((count, index) => ({
    metricName: `${name}_bucket`,
    labels: { ...labels, le: bounds[index] ?? '+Inf' },
    value: (below += count),
  }));
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: below },
  ];
}
