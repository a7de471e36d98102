import { type Chart, type Fallen, type Quantity, quantity, said, type Statement, statement, type Table, type Trace } from '#record';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { measuredOf, pointOf, predictedBy } from '../../findings/series.ts';
import { tableOf } from '../../findings/table-of.ts';
import { timelineOf } from '../../findings/timeline-of.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { connectOf, judge, type Step, waitOf } from './judge.ts';

/** Two clients on one server, with each of several holds. */
export interface Waited {
  readonly server: string;
  /** Where those are who are connected and not served: accepted by the server, or in the kernel's queue; undefined where nobody knows. */
  readonly waits: 'accepted' | 'queued' | undefined;
  /** By their holds, ascending; the same on all servers. */
  readonly steps: readonly Step[];
}

export interface SerialTried {
  readonly all: readonly Waited[];
  readonly fallen: readonly Fallen[];
}

export function concludeWaits({ all, fallen }: SerialTried): ExperimentResult {
  const figures = {
    'second-client-wait': byServer(all, (one) => waitOf(longestOf(one))),
    'second-client-connect': byServer(all, (one) => connectOf(longestOf(one))),
    'second-client-wait-least': byServer(all, ({ steps: [first] }) => waitOf(first as Step)),
  };
  const connect = figureIn(figures, 'second-client-connect');
  const wait = figureIn(figures, 'second-client-wait');
  const least = figureIn(figures, 'second-client-wait-least');
  const hold = quantity(longestOf(all[0] as Waited).hold, 'ms');
  const traces = all.map((one) => longestOf(one).traces[0] as Trace);
  return {
    fallen,
    findings: {
      answer: statement({
        en: 'Yes, but not in connect: the second client was connected after {connect} and then waited {wait} for its first byte, while the first one held its connection for {hold}.',
        'pt-BR':
          'Sim, mas não ao conectar: o segundo cliente conectou em {connect} e depois esperou {wait} pelo primeiro byte, enquanto o primeiro manteve a conexão por {hold}.',
        figures: { connect, wait, hold },
      }),
      notes: notesOf(all, (server) => figureIn(figures, 'second-client-connect', [server])),
      timelines: traces.map((trace) =>
        timelineOf(trace, { en: `Two clients on ${trace.server}`, 'pt-BR': `Dois clientes em ${trace.server}` }),
      ),
      charts: [waitChart(all)],
      tables: [waitTable(all, fallen)],
      traces,
      figures,
    },
    claims: judge(all.map(({ steps }) => steps), { connect, wait, least, hold }),
  };
}

function longestOf({ steps }: Waited): Step {
  return steps.at(-1) as Step;
}

function notesOf(all: readonly Waited[], connectOn: (server: string) => Quantity): Statement[] {
  const queued = all.find(({ waits }) => waits === 'queued')?.server;
  return said([
    all.some(({ waits }) => waits === 'accepted') &&
      statement({
        en: 'Node accepts at once, so the kernel’s queue stays empty: the client waits accepted and unread, in the server’s own line.',
        'pt-BR': 'O Node aceita de imediato, e a fila do kernel fica vazia: o cliente espera já aceito, sem que se leia o que enviou, na fila do próprio servidor.',
      }),
    queued !== undefined &&
      statement({
        en: `To be connected is not to be accepted. On ${queued}, connecting took {connect}, though nobody accepts while a client is served: the kernel alone connects the second one, which waits in its queue. A client sees no difference until that queue is full.`,
        'pt-BR': `Estar conectado não é ter sido aceito. Em ${queued}, conectar levou {connect}, embora ninguém aceite enquanto um cliente é atendido: é o kernel, sozinho, que conecta o segundo, e este espera na fila dele. O cliente não vê diferença até essa fila encher.`,
        figures: { connect: connectOn(queued) },
      }),
  ]);
}

function waitChart(all: readonly Waited[]): Chart {
  const [first] = all;
  const held = (first as Waited).steps.map(({ hold }) => hold);
  return {
    kind: 'curves',
    title: { en: 'The second client’s wait', 'pt-BR': 'A espera do segundo cliente' },
    description: {
      en: 'Wait of the second client for its first byte against the time for which the first one holds its connection.',
      'pt-BR': 'Espera do segundo cliente pelo primeiro byte em função do tempo pelo qual o primeiro mantém a conexão.',
    },
    x: { label: { en: 'the first client holds', 'pt-BR': 'tempo do primeiro cliente' }, unit: 'ms', scale: 'linear' },
    y: { label: { en: 'the second one waits', 'pt-BR': 'espera do segundo' }, unit: 'ms', scale: 'linear' },
    series: [
      ...all.map(({ server, steps }) => measuredOf(server, steps, (step) => pointOf(step.hold, waitOf(step)))),
      predictedBy({ en: 'the whole hold', 'pt-BR': 'o tempo inteiro do primeiro' }, held, (hold) => hold),
    ],
  };
}

function waitTable(all: readonly Waited[], fallen: readonly Fallen[]): Table {
  const rows = all.flatMap(({ server, steps }) => steps.map((step) => ({ ...step, server })));
  return tableOf(
    { en: 'The second client on each server', 'pt-BR': 'O segundo cliente em cada servidor' },
    rows,
    [
      { en: 'server', 'pt-BR': 'servidor', cell: ({ server }) => server },
      { en: 'the first client holds', 'pt-BR': 'tempo do primeiro cliente', cell: (step) => quantity(step.hold, 'ms') },
      { en: 'the second one connects in', 'pt-BR': 'o segundo conecta em', cell: connectOf },
      { en: 'and waits', 'pt-BR': 'e espera por', cell: waitOf },
    ],
    fallen,
  );
}
