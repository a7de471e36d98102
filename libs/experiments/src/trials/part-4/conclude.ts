import { type Bars, type Cell, type Fallen, joined, type Quantity, quantity, said, spread, type Statement, statement, type Trace } from '#record';
import { barsByServer } from '../../findings/bars-by-server.ts';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { listNames } from '../../findings/list-names.ts';
import { listByServer } from '../../findings/list-by-server.ts';
import { type Column, tableOf } from '../../findings/table-of.ts';
import { timelineOf } from '../../findings/timeline-of.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import type { Known } from '../../running/lab.ts';
import { type Figures, gainsOver, judgeSpeedup15, type Totals } from './judge.ts';

/** Two clients that came together and each held for `hold` ms, on each server; one that is concurrent at least. */
export interface Together {
  readonly hold: number;
  readonly all: readonly Pair[];
  readonly fallen: readonly Fallen[];
}

/** What sentences are drawn from. */
interface Seen extends Pick<Together, 'hold'> {
  readonly others: readonly Pair[];
  /** Of these, those that differ from the serial server in the model alone, where there are any: a language is faster or slower, too. */
  readonly alike: readonly Pair[];
  /** The one that serves one at a time, where there is one. */
  readonly serial: Pair | undefined;
  readonly figures: Figures;
}

/** Two clients on one server, round by round. */
export interface Pair extends Totals {
  readonly approach: Known;
  /** With the hold. */
  readonly traces: readonly Trace[];
  /** The most connections that the server's events say were served at one moment, in any round; undefined of one that logs none. */
  readonly most: number | undefined;
  /** For how long both clients were being served, by their own moments, ms. */
  readonly overlap: Quantity;
}

export function concludeTogether({ hold, all, fallen }: Together): ExperimentResult {
  const serial = all.find(({ approach }) => approach.serves === 'serial');
  const others = all.filter((pair) => pair !== serial);
  const ours = others.filter(({ approach }) => approach.workers !== undefined);
  const alike = ours.length > 0 ? ours : others;
  const figures = {
    'two-clients-total': byServer(all, ({ held }) => spread(held, 'ms')),
    'two-clients-wait': byServer(all, ({ traces }) => spread(traces.map(waitOf), 'ms')),
    'two-clients-short': byServer(all, ({ short }) => spread(short, 'ms')),
    ...(serial !== undefined && {
      'two-clients-gain': byServer(alike, (pair) => gainsOver(serial, [pair]).held.ratio),
      'two-clients-short-gain': byServer(alike, (pair) => gainsOver(serial, [pair]).short.ratio),
    }),
  };
  const seen = { hold, others, alike, serial, figures };
  return {
    fallen,
    findings: {
      answer: answerOf(seen),
      headline: headlineOf(seen),
      notes: notesOf(seen),
      timelines: all.map(({ traces: [trace] }) => titled(trace as Trace)),
      charts: [bars(figures['two-clients-total'], hold)],
      tables: [tableOf({ en: 'Two clients, seen from both sides', 'pt-BR': 'Dois clientes, vistos dos dois lados' }, all, columnsOf(serial), fallen)],
      traces: all.map(({ traces: [trace] }) => trace as Trace),
      figures,
    },
    claims: serial === undefined ? [] : [judgeSpeedup15(gainsOver(serial, alike), { hold, figures })],
  };
}

/** @param serial the one that the others are held against */
function columnsOf(serial: Pair | undefined): readonly Column<Pair>[] {
  const gainOf = (pair: Pair, of: keyof Totals): Cell =>
    serial === undefined || serial === pair ? null : gainsOver(serial, [pair])[of].ratio;
  return [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ approach }) => approach.name },
    { en: 'served at once, by its events', 'pt-BR': 'atendidos ao mesmo tempo, pelos eventos', cell: ({ most }) => countOf(most) },
    { en: 'most active in a process', 'pt-BR': 'máximo de ativas num processo', cell: activeOf },
    { en: 'overlap, by the clients', 'pt-BR': 'sobreposição, pelos clientes', cell: ({ overlap }) => overlap },
    { en: 'closed apart by', 'pt-BR': 'diferença entre os fechamentos', cell: ({ traces }) => spread(traces.map(apartOf), 'ms') },
    { en: 'longest wait', 'pt-BR': 'maior espera', cell: ({ traces }) => spread(traces.map(waitOf), 'ms') },
    { en: 'both done after', 'pt-BR': 'os dois terminam em', cell: ({ held }) => spread(held, 'ms') },
    { en: 'serial to this', 'pt-BR': 'razão serial/este', cell: (pair) => gainOf(pair, 'held') },
    { en: 'without a hold, done after', 'pt-BR': 'sem manter a conexão, terminam em', cell: ({ short }) => spread(short, 'ms') },
    { en: 'serial to this', 'pt-BR': 'razão serial/este', cell: (pair) => gainOf(pair, 'short') },
  ];
}

function countOf(count: number | undefined): Cell {
  return count === undefined ? null : quantity(count, 'count');
}

function activeOf({ most, traces }: Pair): Cell {
  const active = traces.flatMap(({ events }) => events.flatMap((event) => (typeof event['active'] === 'number' ? [event['active']] : [])));
  return countOf(most === undefined || active.length === 0 ? undefined : Math.max(...active));
}

/** Of a server that logs no events, only the clients can tell. */
function overlaps({ most, overlap }: Pair): boolean {
  return overlap.value > 0 && (most === undefined || most > 1);
}

function apartOf({ clients }: Trace): number {
  const closed = clients.map((visit) => visit.closed ?? NaN);
  return Math.max(...closed) - Math.min(...closed);
}

function answerOf({ hold, others, serial, figures }: Seen): Statement {
  const overlapped = others.filter(overlaps).length;
  const events = others.every(({ most }) => most !== undefined)
    ? { en: ' and by the server’s own events', 'pt-BR': ' e pelos eventos do próprio servidor' }
    : { en: ' and, where a server logs its events, by these', 'pt-BR': ' e, onde o servidor escreve eventos no log, também por eles' };
  const servers = quantity(others.length, 'count');
  const names = others.map(({ approach }) => approach.name);
  const listed = listNames(names);
  return joined([
    overlapped === others.length
      ? statement({
          en: `Yes: on every concurrent server tried, {servers} of them, both clients were served at the same time, by the clients’ moments${events.en}.`,
          'pt-BR': `Sim: em todos os servidores concorrentes testados, {servers} ao todo, os dois clientes foram atendidos ao mesmo tempo, pelos tempos dos clientes${events['pt-BR']}.`,
          figures: { servers },
        })
      : statement({
          en: 'Not on every server: of {servers} that claim to, {overlapped} served both clients at the same time.',
          'pt-BR': 'Não em todos: dos {servers} servidores que prometem isso, {overlapped} atenderam os dois clientes ao mesmo tempo.',
          figures: { servers, overlapped: quantity(overlapped, 'count') },
        }),
    statement({
      en: `Each held for {hold}; both were done after {totals} on ${listed.en}.`,
      'pt-BR': `Cada um manteve a conexão por {hold}; os dois terminaram em {totals} em ${listed['pt-BR']}.`,
      figures: { hold: quantity(hold, 'ms'), totals: figureIn(figures, 'two-clients-total', names) },
    }),
    serial &&
      statement({
        en: `Against {serialTotal} on ${serial.approach.name}, they were {gain} as fast.`,
        'pt-BR': `Em ${serial.approach.name} foram {serialTotal}; a razão entre os tempos é de {gain}.`,
        figures: {
          serialTotal: figureIn(figures, 'two-clients-total', [serial.approach.name]),
          gain: figureIn(figures, 'two-clients-gain'),
        },
      }),
  ]);
}

/** What the clients' lanes show. */
function headlineOf({ hold, others, serial, figures }: Seen): Statement {
  const names = others.map(({ approach }) => approach.name);
  const listed = listNames(names);
  return joined([
    statement({
      en: 'Two clients come together, and each keeps its connection for {hold}.',
      'pt-BR': 'Dois clientes chegam juntos, e cada um mantém a conexão por {hold}.',
      figures: { hold: quantity(hold, 'ms') },
    }),
    serial &&
      statement({
        en: `On ${serial.approach.name}, one of them waits {serial} for its reply, until the other leaves.`,
        'pt-BR': `Em ${serial.approach.name}, um deles espera {serial} pela resposta, até o outro sair.`,
        figures: { serial: figureIn(figures, 'two-clients-wait', [serial.approach.name]) },
      }),
    statement({
      ...(others.every(overlaps)
        ? {
            en: `On ${listed.en}, both are served at once: replies come after {others}.`,
            'pt-BR': `Em ${listed['pt-BR']}, ambos são atendidos ao mesmo tempo: as respostas chegam em {others}.`,
          }
        : {
            en: `The longest wait on ${listed.en}: {others}.`,
            'pt-BR': `A espera mais longa em ${listed['pt-BR']}: {others}.`,
          }),
      figures: { others: figureIn(figures, 'two-clients-wait', names) },
    }),
  ]);
}

/** For how long the one that waited longer had to wait for its first byte, ms. */
function waitOf({ clients }: Trace): number {
  return Math.max(...clients.map(({ sent = NaN, firstByte = NaN }) => firstByte - sent));
}

function notesOf(seen: Seen): Statement[] {
  const { others, serial } = seen;
  return said([
    statement({
      en: 'Look at the bars of the server, not only at those of the clients: a client that waits looks busy from outside, while the server’s events say when its service began and ended.',
      'pt-BR':
        'Observe as barras do servidor, e não só as dos clientes: por fora, um cliente que espera parece ocupado, enquanto os eventos do servidor dizem quando seu atendimento começou e terminou.',
    }),
    others.some(({ approach }) => approach.workers === 'processes') &&
      statement({
        en: 'A server with worker processes counts its active connections in each of them, so that two at once may show as a single one in two places.',
        'pt-BR':
          'Um servidor com processos worker conta as conexões ativas em cada um deles, e duas simultâneas podem aparecer como uma em cada processo.',
      }),
    serial && withoutHold(serial, seen),
  ]);
}

function withoutHold(serial: Pair, { others, alike, figures }: Seen): Statement {
  const totals = listByServer(figures, 'two-clients-short', others.map(({ approach }) => approach.name));
  const names = listNames(alike.map(({ approach }) => approach.name));
  return joined([
    statement({
      en: `Without a hold both clients are done after: ${totals.list}. The serial server’s time to that on ${names.en} is {ratio}:`,
      'pt-BR': `Sem manter a conexão, os dois clientes terminam em: ${totals.list}. A razão entre o tempo no servidor serial e em ${names['pt-BR']} é {ratio}:`,
      figures: { ratio: figureIn(figures, 'two-clients-short-gain'), ...totals.figures },
    }),
    gainsOver(serial, alike).short.different
      ? statement({
          en: 'nobody waits for a hold any more, and what is left is the cost of each server and whatever else the machine does.',
          'pt-BR': 'já não há conexão mantida por que esperar, e o que resta é o custo de cada servidor e o que mais a máquina estiver fazendo.',
        })
      : statement({
          en: 'no difference can be told. Being concurrent speeds nothing up; it takes the wait for others away, and here nobody has to wait.',
          'pt-BR': 'não se distingue nenhuma diferença. A concorrência não acelera nada: elimina a espera pelos outros, e aqui ninguém precisa esperar.',
        }),
  ]);
}

function titled(trace: Trace): ReturnType<typeof timelineOf> {
  return timelineOf(trace, { en: `Two clients on ${trace.server}`, 'pt-BR': `Dois clientes em ${trace.server}` });
}

function bars(totals: Readonly<Record<string, Quantity>>, hold: number): Bars {
  return {
    ...barsByServer({ en: 'Until both clients are done', 'pt-BR': 'Até os dois clientes terminarem' }, totals, {
      en: 'Time from the start of two clients that come together to the close of the last, on each server. The mark is the hold of one client.',
      'pt-BR': 'Tempo do início de dois clientes que chegam juntos até o fechamento do último, em cada servidor. A marca é o tempo pelo qual um cliente mantém a conexão.',
    }),
    mark: { value: hold, label: { en: 'one client’s hold', 'pt-BR': 'o tempo inteiro de um cliente' } },
  };
}
