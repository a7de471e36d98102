import { type Chart, type Quantity, quantity, type Statement, statement, type Table, type Text } from '#record';
import type { Approach } from '#approaches';
import { barsByServer } from '../../findings/bars-by-server.ts';
import { byServer } from '../../findings/by-server.ts';
import { listByServer } from '../../findings/list-by-server.ts';
import type { ServerCost } from '../../processes/server-cost.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { rangeOf } from '../../statistics/range-of.ts';
import { type Curve, judgeSelect, judgeThreads } from './judge.ts';

/** What one server costs, over all rounds. */
export interface Costs extends Record<Exclude<keyof ServerCost, 'crowd'>, Quantity> {
  readonly approach: Pick<Approach, 'name' | 'serves' | 'workers'>;
  readonly memoryConnection: Quantity;
  readonly curve: Curve;
}

/** What was measured, and the limits of this machine. */
export interface CostsHere {
  readonly all: readonly Costs[];
  /** Idle ones that were held to find out what one takes. */
  readonly connections: number;
  /** The first descriptor that select(2) refused; undefined where that could not be tried. */
  readonly select: number | undefined;
  /** Descriptors that a process may have; may be infinite. */
  readonly descriptors: number;
}

/** What is told of each server, in the order of the columns; those with a `chart` are drawn. */
const kinds = [
  {
    figure: 'memory-idle',
    of: ({ memoryIdle }) => memoryIdle,
    column: { en: 'memory when it listens', 'pt-BR': 'memória ao escutar' },
    chart: { en: 'Memory when it listens', 'pt-BR': 'Memória ao escutar' },
  },
  {
    figure: 'memory-connection',
    of: ({ memoryConnection }) => memoryConnection,
    column: { en: 'memory a connection', 'pt-BR': 'memória por conexão' },
    chart: { en: 'Memory an idle connection', 'pt-BR': 'Memória por conexão ociosa' },
  },
  { figure: 'threads', of: ({ threads }) => threads, column: { en: 'threads', 'pt-BR': 'threads' } },
  { figure: 'descriptors', of: ({ descriptors }) => descriptors, column: { en: 'descriptors', 'pt-BR': 'descritores' } },
  {
    figure: 'start-up',
    of: ({ startUp }) => startUp,
    column: { en: 'time to start', 'pt-BR': 'tempo de início' },
    chart: { en: 'Time to start', 'pt-BR': 'Tempo de início' },
  },
  {
    figure: 'cpu-message',
    of: ({ cpuMessage }) => cpuMessage,
    column: { en: 'CPU a message', 'pt-BR': 'CPU por mensagem' },
    chart: { en: 'CPU time a message', 'pt-BR': 'Tempo de CPU por mensagem' },
  },
  {
    figure: 'cpu-connection',
    of: ({ cpuConnection }) => cpuConnection,
    column: { en: 'CPU a connection', 'pt-BR': 'CPU por conexão' },
    chart: { en: 'CPU time a connection', 'pt-BR': 'Tempo de CPU por conexão' },
  },
  { figure: 'reply-p50', of: ({ replyP50 }) => replyP50, column: { en: 'reply at a light load, p50', 'pt-BR': 'resposta com pouca carga, p50' } },
  { figure: 'reply-p99', of: ({ replyP99 }) => replyP99, column: { en: 'reply at a light load, p99', 'pt-BR': 'resposta com pouca carga, p99' } },
] as const satisfies readonly Kind[];

interface Kind {
  readonly figure: string;
  readonly of: (costs: Costs) => Quantity;
  readonly column: Text;
  readonly chart?: Text;
}

export function concludeCosts({ all, connections, select, descriptors }: CostsHere): ExperimentResult {
  const curves = all.filter(({ curve }) => curve.points.length > 0).map(({ curve }) => curve);
  // One that serves one at a time lets the other connections wait, and works for one client alone: that is something else.
  const sideBySide = all.filter(({ approach }) => approach.serves === 'overlapping');
  const figures = Object.fromEntries(kinds.map(({ figure, of }) => [figure, byServer(all, of)])) as Record<
    (typeof kinds)[number]['figure'],
    Record<string, Quantity>
  >;
  const served = byServer(sideBySide, ({ memoryConnection }) => memoryConnection);
  return {
    findings: {
      answer: answerOf(figures),
      notes: notes(connections),
      charts: [
        ...kinds.flatMap((kind) => ('chart' in kind ? [barsByServer(kind.chart, figures[kind.figure])] : [])),
        ...(curves.length > 0 ? [latencyChart(curves)] : []),
      ],
      tables: [
        {
          title: { en: 'What each server costs', 'pt-BR': 'Quanto custa cada servidor' },
          columns: [{ en: 'server', 'pt-BR': 'servidor' }, ...kinds.map(({ column }) => column)],
          rows: all.map((costs) => [costs.approach.name, ...kinds.map(({ of }) => of(costs))]),
        },
        ...(curves.length > 0 ? [latencyTable(curves)] : []),
      ],
      figures: {
        ...figures,
        'memory-connection-served': served,
        'cpu-message-of-many': byServer(sideBySide, ({ cpuMessage }) => cpuMessage),
      },
    },
    claims: [judgeThreads(curves), judgeSelect({ select, memory: served, descriptors })],
  };
}

function answerOf(figures: Readonly<Record<'memory-idle' | 'memory-connection' | 'cpu-message', Record<string, Quantity>>>): Statement {
  const idle = listByServer('memory-idle', figures['memory-idle']);
  const connection = listByServer('memory-connection', figures['memory-connection']);
  const message = listByServer('cpu-message', figures['cpu-message']);
  return statement(
    {
      en: `To be there they take: ${idle.list}. For one more idle connection: ${connection.list}. For a message, in CPU time: ${message.list}.`,
      'pt-BR': `Para existir, eles ocupam: ${idle.list}. Por uma conexão ociosa a mais: ${connection.list}. Por mensagem, em tempo de CPU: ${message.list}.`,
    },
    { ...idle.figures, ...connection.figures, ...message.figures },
  );
}

function notes(connections: number): Statement[] {
  return [
    statement({
      en: 'Memory is PSS: what several processes share, such as Node’s own code, is divided among them all, the lab’s own process too; so a figure is to be compared within a run alone. Adding up what each process shows as resident (RSS) would count it again for every worker.',
      'pt-BR':
        'A memória é PSS: o que vários processos compartilham, como o código do próprio Node, é dividido entre todos, também o processo do laboratório; por isso um valor só se compara dentro de uma execução. Somar o que cada processo mostra como residente (RSS) contaria isso de novo para cada worker.',
    }),
    statement(
      {
        en: 'What a connection takes is how much memory grew while {connections} came, divided by them. Each heap takes room ahead for what is young, once, and divided by fewer connections that is more for each: a figure is of this number of connections, and is to be compared with none of another number. The bench holds as many in a run of the same size.',
        'pt-BR':
          'O que uma conexão ocupa é quanto a memória cresceu enquanto {connections} chegavam, dividido por elas. Cada heap reserva de uma vez espaço para o que é novo, e isso, dividido por menos conexões, dá mais para cada uma: um valor é deste número de conexões, e não se compara com o de outro número. O bench mantém o mesmo número numa execução do mesmo tamanho.',
      },
      { connections: quantity(connections, 'count') },
    ),
    statement({
      en: 'Workers cost once, not with every client: a process or thread brings a JavaScript engine of its own, whose memory and threads are there before anybody connects.',
      'pt-BR':
        'Workers custam uma vez, não a cada cliente: um processo ou uma thread traz seu próprio motor de JavaScript, cuja memória e cujas threads existem antes de alguém conectar.',
    }),
    statement({
      en: 'A single event loop counts several threads, too: the engine’s collector and compiler and the pool for files and names have theirs. None of them runs JavaScript.',
      'pt-BR':
        'Um único event loop também conta várias threads: o coletor e o compilador do motor e o conjunto para arquivos e nomes têm as suas. Nenhuma delas executa JavaScript.',
    }),
    statement({
      en: 'A server that serves one at a time has one client for the messages and holds all the others waiting; its CPU time a message is that of a loop that wakes for each message alone, and is not to be compared with those that serve many per turn.',
      'pt-BR':
        'Um servidor que atende um por vez tem um só cliente nas mensagens e mantém os outros à espera; seu tempo de CPU por mensagem é o de um laço que acorda a cada mensagem, e não se compara ao dos que atendem muitas por volta.',
    }),
  ];
}

function latencyTable(curves: readonly Curve[]): Table {
  return {
    title: { en: 'Latency with so many clients', 'pt-BR': 'Latência com tantos clientes' },
    columns: [
      { en: 'server', 'pt-BR': 'servidor' },
      { en: 'clients', 'pt-BR': 'clientes' },
      { en: 'p50', 'pt-BR': 'p50' },
      { en: 'p99', 'pt-BR': 'p99' },
    ],
    rows: curves.flatMap(({ approach: { name }, points }) =>
      points.map(({ clients, p50, p99 }) => [name, quantity(clients, 'count'), p50, p99]),
    ),
  };
}

function latencyChart(curves: readonly Curve[]): Chart {
  return {
    kind: 'curves',
    title: { en: 'p99 of replies against clients', 'pt-BR': 'p99 das respostas em função dos clientes' },
    description: {
      en: 'The time within which 99 of 100 replies come, against the number of clients who each send a message five times a second.',
      'pt-BR': 'O tempo em que vêm 99 de 100 respostas, em função do número de clientes que enviam uma mensagem cinco vezes por segundo cada.',
    },
    x: { label: { en: 'clients', 'pt-BR': 'clientes' }, unit: 'count', scale: 'log' },
    y: { label: { en: 'p99', 'pt-BR': 'p99' }, unit: 'ms', scale: 'log' },
    series: curves.map(({ approach: { name }, points }) => ({
      label: { en: name, 'pt-BR': name },
      server: name,
      kind: 'measured',
      points: points.map(({ clients, p99 }) => ({ x: clients, y: p99.value, ...rangeOf(p99) })),
    })),
  };
}
