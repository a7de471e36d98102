import { type Chart, type Fallen, type Findings, type Quantity, quantity, said, type Statement, statement, type Table, type Text, type Unit } from '#record';
import { barsByServer } from '../../findings/bars-by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import type { ListByServer } from '../../findings/list-by-server.ts';
import { measuredOf, pointOf } from '../../findings/series.ts';
import { tableOf } from '../../findings/table-of.ts';
import type { ServerCost } from './measure.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import type { Known } from '../../running/lab.ts';
import { type Curve, judgeSelect, judgeThreads } from './judge.ts';

/** What one server costs, over all rounds. */
export interface Costs {
  readonly approach: Known;
  /** Without what it is not asked for. */
  readonly figures: Readonly<Partial<Record<keyof ServerCost, Quantity>>>;
  readonly curve: Curve;
}

/** What was measured, and the limits of this machine. */
export interface CostsHere {
  readonly all: readonly Costs[];
  readonly fallen: readonly Fallen[];
  /** Idle ones that were held to find out what one takes, and on servers that are not ours. */
  readonly connections: number;
  readonly fewer: number;
  /** The first descriptor that select(2) refused; undefined where that could not be tried. */
  readonly select: number | undefined;
  /** Descriptors that a process may have; may be infinite. */
  readonly descriptors: number;
}

/** What is told of each server, in the order of the columns; those with a `chart` are drawn. */
export const kinds: readonly Kind[] = [
  {
    figure: 'memory-idle',
    unit: 'bytes',
    column: { en: 'memory when it listens', 'pt-BR': 'memória ao iniciar' },
    chart: { en: 'Memory when it listens', 'pt-BR': 'Memória ao iniciar' },
  },
  {
    figure: 'memory-connection',
    unit: 'bytes',
    column: { en: 'memory a connection', 'pt-BR': 'memória por conexão' },
    chart: { en: 'Memory an idle connection', 'pt-BR': 'Memória por conexão ociosa' },
  },
  { figure: 'threads', unit: 'count', column: { en: 'threads', 'pt-BR': 'threads' } },
  { figure: 'threads-held', unit: 'count', column: { en: 'threads, holding idle connections', 'pt-BR': 'threads, com as conexões ociosas' } },
  { figure: 'descriptors', unit: 'count', column: { en: 'descriptors', 'pt-BR': 'descritores' } },
  {
    figure: 'start-up',
    unit: 'ms',
    column: { en: 'time to start', 'pt-BR': 'tempo de inicialização' },
    chart: { en: 'Time to start', 'pt-BR': 'Tempo de inicialização' },
  },
  {
    figure: 'cpu-message',
    unit: 'µs',
    column: { en: 'CPU a message', 'pt-BR': 'CPU por mensagem' },
    chart: { en: 'CPU time a message', 'pt-BR': 'Tempo de CPU por mensagem' },
  },
  {
    figure: 'cpu-connection',
    unit: 'µs',
    column: { en: 'CPU a connection', 'pt-BR': 'CPU por conexão' },
    chart: { en: 'CPU time a connection', 'pt-BR': 'Tempo de CPU por conexão' },
  },
  { figure: 'reply-p50', unit: 'ms', column: { en: 'reply at a light load, p50', 'pt-BR': 'resposta com pouca carga, p50' } },
  { figure: 'reply-p99', unit: 'ms', column: { en: 'reply at a light load, p99', 'pt-BR': 'resposta com pouca carga, p99' } },
];

interface Kind {
  readonly figure: keyof ServerCost;
  readonly unit: Unit;
  readonly column: Text;
  readonly chart?: Text;
}

export function concludeCosts({ all, fallen, connections, fewer, select, descriptors }: CostsHere): ExperimentResult {
  const curves = all.filter(({ curve }) => curve.points.length > 0).map(({ curve }) => curve);
  // Figures are what conclusions and advice choose from: those of the approaches. Tables and charts have the others beside them.
  const ours = all.filter(({ approach }) => approach.workers !== undefined);
  // Of another number of connections a bar would stand beside ours as if it could be compared.
  const drawn = (figure: keyof ServerCost): readonly Costs[] => (figure === 'memory-connection' && fewer !== connections ? ours : all);
  // One that serves one at a time lets the other connections wait, and works for one client alone: that is something else.
  const sideBySide = ours.filter(({ approach }) => approach.serves === 'overlapping');
  const figures = Object.fromEntries(kinds.map(({ figure }) => [figure, figureBy(ours, figure)]));
  const served = figureBy(sideBySide, 'memory-connection');
  return {
    fallen,
    findings: {
      answer: answerOf(figures),
      notes: [...notes(connections), ...notesInPython(all.filter((one) => !ours.includes(one)), fewer)],
      charts: [
        ...kinds.flatMap(({ figure, chart }) => (chart ? [{ ...barsByServer(chart, figureBy(drawn(figure), figure)), shows: figure }] : [])),
        ...(curves.length > 0 ? [latencyChart(curves)] : []),
      ],
      tables: [
        tableOf<Costs>({ en: 'What each server costs', 'pt-BR': 'Quanto custa cada servidor' }, all, [
          { en: 'server', 'pt-BR': 'servidor', cell: ({ approach }) => approach.name },
          ...kinds.map(({ figure, column }) => ({ ...column, cell: (costs: Costs) => costs.figures[figure] ?? null })),
        ], fallen),
        ...(curves.length > 0 ? [latencyTable(curves)] : []),
      ],
      figures: {
        ...figures,
        'memory-connection-served': served,
        'cpu-message-of-many': figureBy(sideBySide, 'cpu-message'),
      },
    },
    claims: [judgeThreads(curves), judgeSelect({ select, memory: served, descriptors })],
  };
}

/** Of those that have it. */
function figureBy(all: readonly Costs[], figure: keyof ServerCost): Record<string, Quantity> {
  return Object.fromEntries(
    all.flatMap(({ approach: { name }, figures: { [figure]: own } }) => (own === undefined ? [] : [[name, own] as const])),
  );
}

/** What those in Python take beside ours; nothing where there are none. */
function notesInPython(inPython: readonly Costs[], fewer: number): Statement[] {
  const of = (figure: keyof ServerCost): ListByServer => listed(inPython, figure);
  const [idle, message, connection, threads] = [of('memory-idle'), of('cpu-message'), of('memory-connection'), of('threads-held')];
  return said([
    inPython.length > 0 &&
      statement({
        en: `In Python, to be there they take: ${idle.list}. For a message, in CPU time: ${message.list}. What differs from ours is the language and all that they leave out (limits, a log, a check of the text), and not the model alone.`,
        'pt-BR': `Os servidores em Python, só por estarem no ar, ocupam: ${idle.list}. Neles, cada mensagem custa, em tempo de CPU: ${message.list}. O que difere dos nossos é a linguagem e tudo o que eles não fazem (limites, log, verificação do texto), e não só o modelo.`,
        figures: { ...idle.figures, ...message.figures },
      }),
    connection.list !== '' &&
      statement({
        en: `There an idle connection takes, with {fewer} of them: ${connection.list}. Where ours hold more than that, the chart leaves these out. And the threads are then: ${threads.list}.`,
        'pt-BR': `Neles, uma conexão ociosa ocupa, com {fewer} delas: ${connection.list}. Quando os nossos mantêm mais do que isso, o gráfico deixa de fora os que estão em Python. E as threads, então, são: ${threads.list}.`,
        figures: { fewer: quantity(fewer, 'count'), ...connection.figures, ...threads.figures },
      }),
    inPython.some(({ approach, figures }) => approach.serves === 'serial' && figures['memory-connection'] === undefined) &&
      statement({
        en: 'A server that blocks accepts nobody while it serves: who waits costs the kernel memory, and the server none, and so has no figure here.',
        'pt-BR': 'Um servidor que bloqueia não aceita ninguém enquanto atende: quem espera ocupa memória do kernel, e não do servidor, e por isso não tem valor aqui.',
      }),
  ]);
}

/** As `listByServer()`, of servers whose figures no conclusion chooses from. */
function listed(all: readonly Costs[], figure: keyof ServerCost): ListByServer {
  const own = Object.entries(figureBy(all, figure));
  return {
    list: own.map(([server]) => `${server} {${figure}-${server}}`).join(', '),
    figures: Object.fromEntries(own.map(([server, value]) => [`${figure}-${server}`, value])),
  };
}

function answerOf(figures: Findings['figures']): Statement {
  return statement({
    en: 'To be there, one of our servers takes {idle} of memory; one more idle connection, {connection}; a message, {message} of CPU time.',
    'pt-BR': 'Só por estar no ar, um servidor nosso ocupa {idle} de memória; cada conexão ociosa a mais custa {connection}; cada mensagem, {message} de tempo de CPU.',
    figures: {
      idle: figureIn(figures, 'memory-idle'),
      connection: figureIn(figures, 'memory-connection'),
      message: figureIn(figures, 'cpu-message'),
    },
  });
}

function notes(connections: number): Statement[] {
  return [
    statement({
      en: 'Memory is PSS: what several processes share, such as Node’s own code, is divided among them all, the lab’s own process too; so a figure is to be compared within a run alone. Adding up what each process shows as resident (RSS) would count it again for every worker.',
      'pt-BR':
        'A memória é PSS: o que vários processos compartilham, como o código do próprio Node, é dividido entre todos eles, inclusive o processo do laboratório; por isso um valor só se compara com outros da mesma execução. Somar a memória residente (RSS) de cada processo contaria isso de novo para cada worker.',
    }),
    statement({
      en: 'What a connection takes is how much memory grew while {connections} came, divided by them. Each heap takes room ahead for what is young, once, and divided by fewer connections that is more for each: a figure is of this number of connections, and is to be compared with none of another number. The bench holds as many in a run of the same size.',
      'pt-BR':
        'O que uma conexão ocupa é quanto a memória cresceu enquanto {connections} chegavam, dividido por esse número. Cada heap reserva de uma só vez espaço para objetos novos, o que, dividido por menos conexões, pesa mais em cada uma: um valor vale para este número de conexões e não se compara com o de outro. O bench mantém o mesmo número numa execução do mesmo tamanho.',
      figures: { connections: quantity(connections, 'count') },
    }),
    statement({
      en: 'Workers cost once, not with every client: a process or thread brings a JavaScript engine of its own, whose memory and threads are there before anybody connects.',
      'pt-BR':
        'Workers custam uma vez, não a cada cliente: um processo ou uma thread traz seu próprio motor de JavaScript, cuja memória e cujas threads existem antes de alguém conectar.',
    }),
    statement({
      en: 'A single event loop counts several threads, too: the engine’s collector and compiler and the pool for files and names have theirs. None of them runs JavaScript.',
      'pt-BR':
        'Um servidor de um único event loop também tem várias threads: as do garbage collector e do compilador do motor e as do pool para arquivos e DNS. Nenhuma delas executa JavaScript.',
    }),
    statement({
      en: 'A server that serves one at a time has one client for the messages and holds all the others waiting; its CPU time a message is that of a loop that wakes for each message alone, and is not to be compared with those that serve many per turn.',
      'pt-BR':
        'Um servidor que atende um por vez troca mensagens com um só cliente e deixa os outros à espera; seu tempo de CPU por mensagem é o de um event loop que acorda a cada mensagem, e não se compara ao dos que atendem muitas a cada volta.',
    }),
  ];
}

function latencyTable(curves: readonly Curve[]): Table {
  const all = curves.flatMap(({ approach, points }) => points.map((point) => ({ ...point, server: approach.name })));
  return tableOf({ en: 'Latency with so many clients', 'pt-BR': 'Latência por número de clientes' }, all, [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ server }) => server },
    { en: 'clients', 'pt-BR': 'clientes', cell: ({ clients }) => quantity(clients, 'count') },
    { en: 'p50', 'pt-BR': 'p50', cell: ({ p50 }) => p50 },
    { en: 'p99', 'pt-BR': 'p99', cell: ({ p99 }) => p99 },
  ]);
}

function latencyChart(curves: readonly Curve[]): Chart {
  return {
    kind: 'curves',
    title: { en: 'p99 of replies against clients', 'pt-BR': 'p99 das respostas em função do número de clientes' },
    description: {
      en: 'The time within which 99 of 100 replies come, against the number of clients who each send a message five times a second.',
      'pt-BR': 'Tempo em que chegam 99 de cada 100 respostas, em função do número de clientes, cada um com cinco mensagens por segundo.',
    },
    x: { label: { en: 'clients', 'pt-BR': 'clientes' }, unit: 'count', scale: 'log' },
    y: { label: { en: 'p99', 'pt-BR': 'p99' }, unit: 'ms', scale: 'log' },
    series: curves.map(({ approach: { name }, points }) => measuredOf(name, points, ({ clients, p99 }) => pointOf(clients, p99))),
  };
}
