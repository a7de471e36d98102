import { type Chart, type Quantity, quantity, spread, type Statement, statement, type Table, type Text, type Unit } from '#record';
import type { Approach } from '#approaches';
import { byServer } from '../findings/by-server.ts';
import type { Experiment } from '../running/experiment.ts';
import type { Lab } from '../running/lab.ts';
import { listByServer } from '../findings/list-by-server.ts';
import { percentile } from '../statistics/percentile.ts';
import { descriptorLimit } from '../processes/process-counts.ts';
import { fdSetSize, selectLimit } from '../processes/select-limit.ts';
import { type CostPlan, type ServerCost, serverCost } from '../processes/server-cost.ts';
import { type ConnectionMemory, type Curve, judgeSelect, judgeThreads } from './cost-claims.ts';

const rounds = { quick: 1, default: 3, thorough: 5 };
const loads = { quick: 120, default: 200, thorough: 1_000 };
const talks = { quick: 400, default: 400, thorough: 2_000 };
/** So many that what they take is more than what room a heap has left from starting. */
const connections = { quick: 1_000, default: 3_000, thorough: 5_000 };
/** A quick run leaves them out. */
const talking = { quick: [], default: [1_000, 300, 100], thorough: [1_000, 500, 250, 100] };
/** Descriptors that this process keeps for all else than clients. */
const reserve = 100;

/** What each server costs: memory, threads, descriptors, time to start, CPU time, and latency with many clients. */
export const cost: Experiment = {
  id: 'cost',
  title: { en: 'What each server costs', 'pt-BR': 'Quanto custa cada servidor' },
  question: {
    en: 'What does each server take: to be there, for a connection that says nothing, and for a message? And are replies slower when many clients are connected?',
    'pt-BR': 'Quanto cada servidor consome: para existir, por uma conexão que nada diz e por uma mensagem? E as respostas ficam mais lentas com muitos clientes conectados?',
  },
  claims: ['threads-100-1000', 'select-million'],

  method(lab) {
    const talk =
      lab.pick(talking).length > 0
        ? {
            en: 'Then clients talk, each five times a second: many, and then fewer and fewer.',
            'pt-BR': 'Depois clientes conversam, cada um cinco vezes por segundo: muitos, e então cada vez menos.',
          }
        : {
            en: 'How soon replies come when many clients talk is left out of a quick run.',
            'pt-BR': 'Em quanto tempo vêm as respostas quando muitos clientes conversam fica fora de uma execução rápida.',
          };
    return statement(
      {
        en: `Each server is started in turn with the others (starts: {rounds}), and its whole tree of processes is counted: memory as PSS, when it listens and with {connections} idle connections; threads; descriptors; CPU time a message and a connection. ${talk.en}`,
        'pt-BR': `Cada servidor é iniciado revezando com os outros (partidas: {rounds}), e conta-se toda a sua árvore de processos: memória como PSS, ao escutar e com {connections} conexões ociosas; threads; descritores; tempo de CPU por mensagem e por conexão. ${talk['pt-BR']}`,
      },
      { rounds: quantity(lab.pick(rounds), 'count'), connections: quantity(connectionsOf(lab), 'count') },
    );
  },

  unable: () =>
    process.platform === 'linux'
      ? undefined
      : { en: 'what a process costs is read from /proc, which only Linux has', 'pt-BR': 'o custo de um processo é lido de /proc, que só o Linux tem' },

  async run(lab) {
    const all = await measureAll(lab);
    const curves = all.filter(({ curve }) => curve.points.length > 0).map(({ curve }) => curve);
    // Where one is served at a time, the others wait: they are not served, and cost less.
    const serving = all.filter(({ approach }) => approach.serves === 'overlapping');
    const byMemory = (serving.length > 0 ? serving : all)
      .map(({ approach: { name }, memoryConnection }) => ({ name, memory: memoryConnection }))
      .sort((a, b) => a.memory.value - b.memory.value);
    const select = await selectLimit(lab.python);
    const figure = (of: (costs: Costs) => Quantity): Record<string, Quantity> => byServer(all, of);
    return {
      findings: {
        answer: answerOf(all),
        notes: notes(),
        charts: [
          bars(all, 'bytes', ({ memoryIdle }) => memoryIdle, { en: 'Memory when it listens', 'pt-BR': 'Memória ao escutar' }),
          bars(all, 'bytes', ({ memoryConnection }) => memoryConnection, { en: 'Memory an idle connection', 'pt-BR': 'Memória por conexão ociosa' }),
          bars(all, 'ms', ({ startUp }) => startUp, { en: 'Time to start', 'pt-BR': 'Tempo de início' }),
          bars(all, 'µs', ({ cpuMessage }) => cpuMessage, { en: 'CPU time a message', 'pt-BR': 'Tempo de CPU por mensagem' }),
          bars(all, 'µs', ({ cpuConnection }) => cpuConnection, { en: 'CPU time a connection', 'pt-BR': 'Tempo de CPU por conexão' }),
          ...(curves.length > 0 ? [latencyChart(curves)] : []),
        ],
        tables: [
          {
            title: { en: 'What each server costs', 'pt-BR': 'Quanto custa cada servidor' },
            columns: [
              { en: 'server', 'pt-BR': 'servidor' },
              { en: 'memory when it listens', 'pt-BR': 'memória ao escutar' },
              { en: 'memory a connection', 'pt-BR': 'memória por conexão' },
              { en: 'threads', 'pt-BR': 'threads' },
              { en: 'descriptors', 'pt-BR': 'descritores' },
              { en: 'time to start', 'pt-BR': 'tempo de início' },
              { en: 'CPU a message', 'pt-BR': 'CPU por mensagem' },
              { en: 'CPU a connection', 'pt-BR': 'CPU por conexão' },
            ],
            rows: all.map((costs) => [
              costs.approach.name,
              costs.memoryIdle,
              costs.memoryConnection,
              costs.threads,
              costs.descriptors,
              costs.startUp,
              costs.cpuMessage,
              costs.cpuConnection,
            ]),
          },
          ...(curves.length > 0 ? [latencyTable(curves)] : []),
        ],
        figures: {
          'memory-idle': figure(({ memoryIdle }) => memoryIdle),
          'memory-connection': figure(({ memoryConnection }) => memoryConnection),
          'start-up': figure(({ startUp }) => startUp),
          threads: figure(({ threads }) => threads),
          descriptors: figure(({ descriptors }) => descriptors),
          'cpu-message': figure(({ cpuMessage }) => cpuMessage),
          'cpu-connection': figure(({ cpuConnection }) => cpuConnection),
        },
      },
      claims: [
        judgeThreads(curves),
        judgeSelect({
          select: { limit: select ?? fdSetSize, tried: select !== undefined },
          leanest: byMemory[0] as ConnectionMemory,
          dearest: byMemory.at(-1) as ConnectionMemory,
          descriptors: descriptorLimit(),
        }),
      ],
    };
  },
};

/** What one server costs, over all rounds. */
interface Costs extends Record<Exclude<keyof ServerCost, 'crowd'>, Quantity> {
  readonly approach: Approach;
  readonly memoryConnection: Quantity;
  readonly curve: Curve;
}

/** Fewer than asked for where this process may not have so many descriptors. */
function connectionsOf(lab: Lab): number {
  return Math.min(lab.pick(connections), descriptorLimit() - reserve);
}

async function measureAll(lab: Lab): Promise<readonly Costs[]> {
  const most = connectionsOf(lab);
  const crowd = { connections: most, talking: lab.pick(talking).filter((clients) => clients <= most) };
  const found = lab.approaches.map((approach) => ({ approach, runs: [] as ServerCost[] }));
  for (let round = 0; round < lab.pick(rounds); round++) {
    // A crowd takes longest; but for thorough runs, once is enough.
    const plan: CostPlan = {
      crowd: round === 0 || lab.size === 'thorough' ? crowd : undefined,
      talk: lab.pick(talks),
      load: lab.pick(loads),
    };
    for (const { approach, runs } of found) runs.push(await serverCost(lab, approach, plan));
  }
  return found.map(({ approach, runs }) => costsOf(approach, runs));
}

function costsOf(approach: Approach, runs: readonly ServerCost[]): Costs {
  const over = (of: (run: ServerCost) => number, unit: Unit): Quantity => spread(runs.map(of), unit);
  const crowds = runs.flatMap(({ crowd }) => crowd ?? []);
  const counts = [...new Set(crowds.flatMap(({ latencies }) => [...latencies.keys()]))].sort((a, b) => a - b);
  const at = (clients: number, share: number): Quantity =>
    spread(crowds.map(({ latencies }) => percentile(latencies.get(clients) ?? [], share)), 'ms');
  return {
    approach,
    startUp: over(({ startUp }) => startUp, 'ms'),
    memoryIdle: over(({ memoryIdle }) => memoryIdle, 'bytes'),
    memoryConnection: spread(crowds.map(({ memoryConnection }) => memoryConnection), 'bytes'),
    threads: over(({ threads }) => threads, 'count'),
    descriptors: over(({ descriptors }) => descriptors, 'count'),
    cpuMessage: over(({ cpuMessage }) => cpuMessage, 'µs'),
    cpuConnection: over(({ cpuConnection }) => cpuConnection, 'µs'),
    curve: { approach, points: counts.map((clients) => ({ clients, p50: at(clients, 0.5), p99: at(clients, 0.99) })) },
  };
}

function answerOf(all: readonly Costs[]): Statement {
  const idle = listByServer('idle', byServer(all, ({ memoryIdle }) => memoryIdle));
  const message = listByServer('message', byServer(all, ({ cpuMessage }) => cpuMessage));
  const connection = listByServer('connection', byServer(all, ({ memoryConnection }) => memoryConnection));
  return statement(
    {
      en: `To be there they take: ${idle.list}. For one more idle connection: ${connection.list}. For a message, in CPU time: ${message.list}.`,
      'pt-BR': `Para existir, eles ocupam: ${idle.list}. Por uma conexão ociosa a mais: ${connection.list}. Por mensagem, em tempo de CPU: ${message.list}.`,
    },
    { ...idle.figures, ...message.figures, ...connection.figures },
  );
}

function notes(): Statement[] {
  return [
    statement({
      en: 'Memory is PSS: what several processes share, such as Node’s own code, counts once. Adding up what each process shows as resident (RSS) would count it again for every worker.',
      'pt-BR':
        'A memória é PSS: o que vários processos compartilham, como o código do próprio Node, conta uma vez. Somar o que cada processo mostra como residente (RSS) contaria isso de novo para cada worker.',
    }),
    statement({
      en: 'What a connection takes is how much memory grew while they came, divided by them. A heap that had room left from starting takes in many before it grows, so that few connections seem to cost less than they do in the long run.',
      'pt-BR':
        'O que uma conexão ocupa é quanto a memória cresceu enquanto elas chegavam, dividido por elas. Um heap com espaço que sobrou do início recebe muitas antes de crescer; por isso, poucas conexões parecem custar menos do que custam a longo prazo.',
    }),
    statement({
      en: 'Workers cost once, not with every client: a process or thread brings a JavaScript engine of its own, whose memory and threads are there before anybody connects.',
      'pt-BR':
        'Workers custam uma vez, não a cada cliente: um processo ou uma thread traz seu próprio motor de JavaScript, cuja memória e cujas threads existem antes de alguém conectar.',
    }),
    statement({
      en: 'A single event loop counts several threads, too: the engine’s collector and compiler and the pool for files and names have theirs. None of them runs JavaScript.',
      'pt-BR':
        'Um único laço de eventos também conta várias threads: o coletor e o compilador do motor e o conjunto para arquivos e nomes têm as suas. Nenhuma delas executa JavaScript.',
    }),
    statement({
      en: 'A server that serves one at a time has one client for the messages and holds all the others waiting; its CPU time a message is that of a loop that wakes for each message alone, and is not to be compared with those that serve many per turn.',
      'pt-BR':
        'Um servidor que atende um por vez tem um só cliente nas mensagens e mantém os outros à espera; seu tempo de CPU por mensagem é o de um laço que acorda a cada mensagem, e não se compara ao dos que atendem muitas por volta.',
    }),
  ];
}

function bars(all: readonly Costs[], unit: Unit, of: (costs: Costs) => Quantity, title: Text): Chart {
  return {
    kind: 'bars',
    title,
    description: { en: `${title.en}, server by server.`, 'pt-BR': `${title['pt-BR']}, servidor por servidor.` },
    unit,
    bars: all.map((costs) => {
      const { value, low, high } = of(costs);
      const { name } = costs.approach;
      return { label: { en: name, 'pt-BR': name }, server: name, value, low, high };
    }),
  };
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
      points: points.map(({ clients, p99: { value, low, high } }) => ({ x: clients, y: value, low, high })),
    })),
  };
}
