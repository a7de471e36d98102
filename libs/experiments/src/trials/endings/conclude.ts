import { type Bars, joined, type Lane, type Quantity, said, spread, type Statement, statement, type Table, type Text, type Timeline, type Unit } from '#record';
import type { Approach } from '#approaches';
import { barsByServer } from '../../findings/bars-by-server.ts';
import { byServer } from '../../findings/by-server.ts';
import { clientLabel } from '../../clients/client-label.ts';
import type { Crash } from './crash-under-load.ts';
import type { Drain } from './drain-under-load.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { lostClients, sharesLost } from './shares-lost.ts';
import { type Column, tableOf } from '../../findings/table-of.ts';
import type { ExperimentResult } from '../../running/experiment.ts';

/** How one server ended, round by round. */
export interface Ending {
  readonly approach: Pick<Approach, 'name' | 'workers'>;
  readonly crashes: readonly Crash[];
  readonly drains: readonly Drain[];
}

export function concludeEndings(all: readonly Ending[]): ExperimentResult {
  const withWorkers = all.filter(({ approach }) => approach.workers !== 'none');
  const whole = all.filter(({ approach }) => approach.workers === 'none');
  // Of two names: no server is said to lose anybody with a worker that it hasn't.
  const figures = {
    'lost-with-a-worker': byServer(withWorkers, lostShare),
    'lost-with-the-server': byServer(whole, lostShare),
    'answered-at-drain': byServer(all, answeredShare),
  };
  const drawn = withWorkers.find(({ crashes: [crash] }) => crash?.victim !== undefined);
  return {
    findings: {
      answer: answerOf(figures),
      notes: notesOf(all, drawn !== undefined),
      timelines: drawn?.crashes[0] === undefined ? [] : [crashTimeline(drawn.approach.name, drawn.crashes[0])],
      charts: [lostChart(figures)],
      tables: [crashTable(all), drainTable(all)],
      figures,
    },
  };
}

type Figures = Readonly<Record<'lost-with-a-worker' | 'lost-with-the-server' | 'answered-at-drain', Record<string, Quantity>>>;

function answerOf(figures: Figures): Statement {
  const has = (name: keyof Figures): boolean => Object.keys(figures[name]).length > 0;
  return joined([
    has('lost-with-a-worker') &&
      statement({
        en: 'When a worker ends, {worker} of the clients lose their connection.',
        'pt-BR': 'Quando um worker morre, {worker} dos clientes perdem a conexão.',
        figures: { worker: figureIn(figures, 'lost-with-a-worker') },
      }),
    has('lost-with-the-server') &&
      statement({
        en: 'When a server without workers ends, {server} of the clients lose theirs.',
        'pt-BR': 'Quando morre um servidor sem workers, {server} dos clientes ficam sem conexão.',
        figures: { server: figureIn(figures, 'lost-with-the-server') },
      }),
    statement({
      en: 'A server that was told to stop still answered {answered} of the messages that it had received.',
      'pt-BR': 'Após a ordem de parar, um servidor ainda respondeu a {answered} das mensagens já recebidas.',
      figures: { answered: figureIn(figures, 'answered-at-drain') },
    }),
  ]);
}

function notesOf(all: readonly Ending[], workers: boolean): Statement[] {
  const twice = all.some(({ crashes }) => crashes.some(lostTwice));
  return said([
    statement({
      en: 'A connection lives and dies with the process or thread that serves it: nobody else can take it over, for what it has read and not answered is in that memory alone. The more workers, the fewer are lost with one.',
      'pt-BR':
        'Uma conexão vive e morre com o processo ou a thread que a atende: ninguém mais pode assumi-la, pois o que foi lido e ainda não respondido só existe na memória dele. Quanto mais workers, menos se perde com cada um.',
    }),
    statement({
      en: 'A thread that ends by itself costs its own clients alone. But threads are one process: SIGKILL, or a crash in native code, ends all of them. Processes contain that, too.',
      'pt-BR':
        'Uma thread que termina sozinha derruba só os próprios clientes. Mas as threads formam um único processo: SIGKILL, ou uma falha em código nativo, encerra todas. Processos separados isolam também isso.',
    }),
    workers &&
      statement({
        en: 'How many clients a worker holds depends on who spreads the connections: see the experiment fairness. Averaged over the workers, one’s end costs an equal share, however they are spread.',
        'pt-BR':
          'Quantos clientes cada worker atende depende de quem distribui as conexões: veja o experimento fairness. Na média dos workers, a morte de um custa a mesma parcela, seja qual for a distribuição.',
      }),
    twice &&
      statement({
        en: 'Some who connected again at once were lost once more: until word of the end has gone round, a connection may still be given to the worker that is gone.',
        'pt-BR':
          'Alguns clientes que reconectaram na hora perderam a conexão mais uma vez: até a morte do worker ser percebida, uma conexão ainda pode ser entregue a ele.',
      }),
    statement({
      en: 'Where there are no workers, nobody restarts the server: that is left to whoever started it, such as systemd, and until then clients are refused.',
      'pt-BR':
        'Onde não há workers, ninguém reinicia o servidor: isso cabe a quem o iniciou, como o systemd, e até lá os clientes são recusados.',
    }),
    statement({
      en: 'Told to stop (SIGTERM), a server accepts nobody new, answers what it had read, and sends FIN on each connection. A message that was sent and not yet read is not answered, and where it comes when the connection is closed, the kernel resets it: a client must be able to send it again.',
      'pt-BR':
        'Ao receber a ordem de parar (SIGTERM), o servidor não aceita mais ninguém, responde ao que já tinha lido e envia FIN em cada conexão. Uma mensagem enviada e ainda não lida não é respondida e, se chega com a conexão já fechada, o kernel responde com um reset (RST): o cliente precisa poder enviá-la de novo.',
    }),
  ]);
}

function lostChart(figures: Figures): Bars {
  const chart = barsByServer(
    { en: 'Clients lost with one worker', 'pt-BR': 'Clientes perdidos com um worker' },
    { ...figures['lost-with-a-worker'], ...figures['lost-with-the-server'] },
    {
      en: 'Share of the clients whose connection ends with one worker, from the one that holds fewest to the one that holds most; with the whole server, where it has none.',
      'pt-BR': 'Parcela dos clientes que perde a conexão com um worker, do que atende menos ao que atende mais; sem workers, com o servidor inteiro.',
    },
  );
  const whole = ({ label, server }: Bars['bars'][number]): Text =>
    server === undefined || server in figures['lost-with-a-worker']
      ? label
      : { en: `${label.en}, as a whole`, 'pt-BR': `${label['pt-BR']}, inteiro` };
  return { ...chart, shows: 'lost-with-a-worker', bars: chart.bars.map((bar) => ({ ...bar, label: whole(bar) })) };
}

/** Whether one that connected again was not answered although there were other workers. */
function lostTwice(crash: Crash): boolean {
  return crash.victim !== undefined && lostClients(crash).some(({ backAt }) => backAt === undefined);
}

function lostShare({ crashes }: Ending): Quantity {
  return spread(crashes.flatMap(sharesLost), 'share');
}

/** Where nothing was owed, nothing was left unanswered. */
function answeredShare({ drains }: Ending): Quantity {
  return spread(drains.map(({ owed, answered }) => (owed === 0 ? 1 : Math.min(1, answered / owed))), 'share');
}

function crashTable(all: readonly Ending[]): Table {
  return tableOf({ en: 'A worker is killed, or a server without any', 'pt-BR': 'Morte de um worker, ou de um servidor sem workers' }, all, [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ approach }) => approach.name },
    { en: 'what ended', 'pt-BR': 'o que terminou', cell: ended },
    { en: 'clients', 'pt-BR': 'clientes', cell: over('count', ({ clients }) => [clients.length]) },
    { en: 'that it held', 'pt-BR': 'clientes que ele atendia', cell: over('count', heldByVictim) },
    { en: 'lost their connection', 'pt-BR': 'perderam a conexão', cell: over('count', (crash) => [lostClients(crash).length]) },
    { en: 'were answered on a new one', 'pt-BR': 'receberam resposta em uma nova conexão', cell: over('count', (crash) => [backAfter(crash).length]) },
    { en: 'first of them, after the end', 'pt-BR': 'o primeiro deles, após a morte', cell: over('ms', (crash) => backAfter(crash).slice(0, 1)) },
    { en: 'a worker in its place, after', 'pt-BR': 'worker substituto, após', cell: over('ms', replacedAfter) },
  ]);
}

/** The cell of a column that has a figure of crashes, round by round; nothing where no round has one. */
function over(unit: Unit, figures: (crash: Crash) => readonly number[]): Column<Ending>['cell'] {
  return ({ crashes }) => {
    const values = crashes.flatMap(figures);
    return values.length === 0 ? null : spread(values, unit);
  };
}

function heldByVictim({ workers, victim }: Crash): readonly number[] {
  return workers.filter(({ id }) => id === victim?.id).map(({ held }) => held);
}

/** When those were answered again who lost their connection, ms from the end on, ascending. */
function backAfter(crash: Crash): readonly number[] {
  const times = lostClients(crash).flatMap(({ backAt }) => (backAt === undefined ? [] : [backAt - crash.at]));
  return times.sort((a, b) => a - b);
}

function replacedAfter({ victim, at }: Crash): readonly number[] {
  return victim === undefined ? [] : [victim.replacedAt - at];
}

function ended({ approach: { workers }, crashes }: Ending): Text {
  if (crashes.every(({ victim }) => victim === undefined)) return { en: 'the server', 'pt-BR': 'o servidor' };
  return workers === 'threads'
    ? { en: 'the thread with most clients', 'pt-BR': 'a thread com mais clientes' }
    : { en: 'the process with most clients', 'pt-BR': 'o processo com mais clientes' };
}

function drainTable(all: readonly Ending[]): Table {
  const each = (unit: Unit, figure: (drain: Drain) => number): Column<Ending>['cell'] =>
    ({ drains }) => spread(drains.map(figure), unit);
  return tableOf({ en: 'The server is told to stop', 'pt-BR': 'O servidor recebe a ordem de parar' }, all, [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ approach }) => approach.name },
    {
      en: 'received and not answered before the signal',
      'pt-BR': 'recebidas e não respondidas antes do sinal',
      cell: each('count', ({ owed }) => owed),
    },
    { en: 'answered after the signal', 'pt-BR': 'respondidas após o sinal', cell: each('count', ({ answered }) => answered) },
    { en: 'share of them', 'pt-BR': 'parcela delas', cell: answeredShare },
    { en: 'connections ended with FIN', 'pt-BR': 'conexões encerradas com FIN', cell: each('count', (drain) => drain.ended) },
    { en: 'connections reset', 'pt-BR': 'conexões com reset (RST)', cell: each('count', ({ reset }) => reset) },
    { en: 'time to end', 'pt-BR': 'tempo até terminar', cell: each('ms', ({ took }) => took) },
    { en: 'exit code', 'pt-BR': 'código de saída', cell: exitsOf },
  ]);
}

function exitsOf({ drains }: Ending): string {
  return [...new Set(drains.map(({ exit }) => String(exit.signal ?? exit.code)))].join(', ');
}

/** Those who were lost stand together, above the worker that took them along; while it is gone, its lane is empty. */
function crashTimeline(server: string, { clients, at, lasted, workers, victim }: Crash): Timeline {
  const lane = (label: Text, side: Lane['side'], goneAt: number | undefined, backAt: number | undefined): Lane => ({
    side,
    label,
    spans:
      goneAt === undefined
        ? [{ phase: 'served', from: 0, to: lasted }]
        : [
            { phase: 'served', from: 0, to: goneAt },
            ...(side === 'client' ? [{ phase: 'waiting' as const, from: goneAt, to: backAt ?? lasted }] : []),
            ...(backAt === undefined ? [] : [{ phase: 'served' as const, from: backAt, to: Math.max(backAt, lasted) }]),
          ],
  });
  const gone = ({ id }: Crash['workers'][number]): boolean => id === victim?.id;
  const isLost = ({ lostAt }: Crash['clients'][number]): boolean => lostAt !== undefined;
  const numbered = clients.map((client, index) => ({ ...client, label: clientLabel(index + 1) }));
  return {
    title: { en: `A worker of ${server} is killed`, 'pt-BR': `Um worker de ${server} é morto` },
    server,
    lasted,
    lanes: [
      ...numbered
        .toSorted((one, other) => Number(isLost(one)) - Number(isLost(other)))
        .map(({ label, lostAt, backAt }) => lane(label, 'client', lostAt, backAt)),
      ...workers
        .toSorted((one, other) => Number(gone(other)) - Number(gone(one)))
        .map((worker) => {
          const label = `worker ${worker.id}`;
          return lane({ en: label, 'pt-BR': label }, 'server', gone(worker) ? at : undefined, victim?.replacedAt);
        }),
    ],
  };
}
