import { type Bars, type Cell, type Fallen, type Quantity, quantity, spread, type Statement, statement, type Trace } from '#record';
import { clientsTogether } from '../clients/clients-together.ts';
import type { Experiment } from '../running/experiment.ts';
import { ExperimentError } from '../running/experiment-error.ts';
import { type Lab, logsEvents, type Subject } from '../running/lab.ts';
import type { LabServer } from '../running/lab-server.ts';
import { rangeOf } from '../statistics/range-of.ts';
import type { Field } from '../running/field.ts';
import { serveField } from '../running/serve-field.ts';
import { mostAtOnce, servedIntervals } from '../findings/served-intervals.ts';
import { fallenRows } from '../findings/fallen-rows.ts';
import { timelineOf } from '../findings/timeline-of.ts';
import { warmUp } from '../running/warm-up.ts';
import { type Gain, type Gains, gainsOver, judgeSpeedup15, type Totals } from './part-4-claims.ts';

const holds = { quick: 100, default: 300, thorough: 1_000 };
const rounds = { quick: 1, default: 4, thorough: 5 };
/** Without a hold a visit takes a few ms, and any disturbance as much: a round's figure is the median of so many. */
const shortVisits = { quick: 10, default: 20, thorough: 50 };

/** Two clients at the same time on each concurrent server, beside the one that serves one at a time. */
export const part4: Experiment = {
  id: 'part-4',
  title: { en: 'Part 4: two clients at the same time', 'pt-BR': 'Parte 4: dois clientes ao mesmo tempo' },
  question: {
    en: 'Are two clients served at the same time, and how much sooner are both done than on the serial server?',
    'pt-BR': 'Dois clientes são atendidos ao mesmo tempo? E quanto antes os dois terminam, em comparação com o servidor serial?',
  },
  claims: ['speedup-15'],

  method: (lab) =>
    statement(
      {
        en: 'Two clients connect at the same time, are answered, hold their connections for {hold} each and leave. All servers run and take turns (rounds: {rounds}); in each round, {short} more pairs come without a hold, and their median counts. Whether service overlapped is read twice: from the clients’ moments and from the server’s own events.',
        'pt-BR':
          'Dois clientes conectam ao mesmo tempo, são respondidos, mantêm a conexão por {hold} cada um e saem. Todos os servidores ficam no ar e se revezam (rodadas: {rounds}); em cada rodada vêm mais {short} pares que não mantêm a conexão, dos quais conta a mediana. Se o atendimento se sobrepôs, lê-se de dois lados: dos momentos dos clientes e dos eventos do próprio servidor.',
      },
      {
        hold: quantity(lab.pick(holds), 'ms'),
        rounds: quantity(lab.pick(rounds), 'count'),
        short: quantity(lab.pick(shortVisits), 'count'),
      },
    ),

  unable: (lab) =>
    lab.servers.every(({ serves }) => serves === 'serial')
      ? { en: 'no server that serves connections side by side was asked for', 'pt-BR': 'nenhum servidor que atende conexões lado a lado foi pedido' }
      : undefined,

  async run(lab) {
    const { serial } = lab;
    const hold = lab.pick(holds);
    const tried = lab.servers.filter((server) => server === serial || server.serves === 'overlapping');
    const starts = tried.map((approach) => ({ approach, flags: [] }));
    const { all, fallen } = await serveField(lab, starts, async (field) => ({
      all: await takeRounds(lab, field, hold),
      fallen: field.fallen,
    }));
    const others = all.filter(({ approach }) => approach !== serial);
    if (others.length === 0) throw noneConcurrent(fallen);
    const overlapped = others.filter(overlaps);
    const baseline = all.find(({ approach }) => approach === serial);
    const gains = baseline === undefined ? undefined : gainsOver(baseline, others);
    return {
      fallen,
      findings: {
        answer: answerOf(others, overlapped.length, hold, baseline, gains),
        notes: notesOf(others, gains),
        timelines: all.map(({ traces: [trace] }) => titled(trace as Trace)),
        charts: [bars(all, hold)],
        tables: [
          {
            title: { en: 'Two clients, seen from both sides', 'pt-BR': 'Dois clientes, vistos dos dois lados' },
            columns,
            rows: [...all.map((pair) => rowOf(pair, baseline)), ...fallenRows(fallen, columns)],
          },
        ],
        traces: all.map(({ traces: [trace] }) => trace as Trace),
        figures: {
          'two-clients-total': Object.fromEntries(all.map(({ approach, held }) => [approach.name, spread(held, 'ms')])),
        },
      },
      claims: gains === undefined ? [] : [judgeSpeedup15(gains, hold)],
    };
  },
};

const columns = [
  { en: 'server', 'pt-BR': 'servidor' },
  { en: 'served at once, by its events', 'pt-BR': 'atendidos juntos, pelos eventos' },
  { en: 'most active in a process', 'pt-BR': 'máximo de ativas num processo' },
  { en: 'overlap, by the clients', 'pt-BR': 'sobreposição, pelos clientes' },
  { en: 'closed apart by', 'pt-BR': 'diferença entre os fechamentos' },
  { en: 'both done after', 'pt-BR': 'os dois terminam em' },
  { en: 'serial to this', 'pt-BR': 'serial para este' },
  { en: 'without a hold, done after', 'pt-BR': 'sem manter a conexão, terminam em' },
  { en: 'serial to this', 'pt-BR': 'serial para este' },
];

/** Two clients on one server, round by round. */
interface Pair extends Totals {
  readonly approach: Subject;
  /** With the hold. */
  readonly traces: readonly Trace[];
  /** The most connections that the server's events say were served at one moment, in any round; undefined of one that logs none. */
  readonly most: number | undefined;
  /** For how long both clients were being served, by their own moments, ms. */
  readonly overlap: Quantity;
}

/** Of a server that logs no events, only the clients can tell. */
function overlaps({ most, overlap }: Pair): boolean {
  return overlap.value > 0 && (most === undefined || most > 1);
}

async function takeRounds(lab: Lab, field: Field, hold: number): Promise<readonly Pair[]> {
  await field.each(field.all, ({ server }) => warmUp(lab, server));
  const all = field.all.map(({ approach, server }) => ({
    approach,
    server,
    traces: [] as Trace[],
    held: [] as number[],
    short: [] as number[],
  }));
  for (let round = 0; round < lab.pick(rounds); round++) {
    await field.each(all, async ({ approach, server, traces, held, short }) => {
      const { clock, visits, total } = await clientsTogether(lab, server, { clients: 2, hold });
      if (logsEvents(approach)) await server.untilEnded(clock, visits.length);
      traces.push(server.trace(clock, visits));
      held.push(total);
      short.push(await shortTotal(lab, server));
    });
  }
  return field.standing(all).map(({ approach, traces, held, short }) => ({
    approach,
    traces,
    held,
    short,
    most: logsEvents(approach) ? Math.max(...traces.map(({ events }) => mostAtOnce(servedIntervals(events)))) : undefined,
    overlap: spread(traces.map(overlapOf), 'ms'),
  }));
}

/** The median of some pairs of clients that leave as soon as they are answered, ms. */
async function shortTotal(lab: Lab, server: LabServer): Promise<number> {
  const totals: number[] = [];
  for (let n = 0; n < lab.pick(shortVisits); n++) {
    const { total } = await clientsTogether(lab, server, { clients: 2, hold: 0 });
    totals.push(total);
  }
  return spread(totals, 'ms').value;
}

/** For how long both were between their first byte and their FIN; 0 where one came after the other. */
function overlapOf({ clients }: Trace): number {
  const from = Math.max(...clients.map(({ firstByte = NaN }) => firstByte));
  const to = Math.min(...clients.map(({ ended = NaN }) => ended));
  return Math.max(0, to - from);
}

function apartOf({ clients }: Trace): number {
  const closed = clients.map((visit) => visit.closed ?? NaN);
  return Math.max(...closed) - Math.min(...closed);
}

function answerOf(
  others: readonly Pair[],
  overlapped: number,
  hold: number,
  serial: Pair | undefined,
  gains: Gains | undefined,
): Statement {
  const everywhere = overlapped === others.length;
  const events = others.every(({ most }) => most !== undefined)
    ? { en: ' and by the server’s own events', 'pt-BR': ' e pelos eventos do próprio servidor' }
    : { en: ' and, where a server logs its events, by these', 'pt-BR': ' e, onde o servidor registra seus eventos, também por eles' };
  const overlap = {
    all: {
      en: `Yes: on every concurrent server tried, {servers} of them, both clients were served at the same time, by the clients’ moments${events.en}.`,
      'pt-BR': `Sim: em todos os servidores concorrentes testados, {servers} ao todo, os dois clientes foram atendidos ao mesmo tempo, pelos momentos dos clientes${events['pt-BR']}.`,
    },
    some: {
      en: 'Not on every server: of {servers} that claim to, {overlapped} served both clients at the same time.',
      'pt-BR': 'Não em todos: dos {servers} servidores que prometem isso, {overlapped} atenderam os dois clientes ao mesmo tempo.',
    },
  }[everywhere ? 'all' : 'some'];
  const done = {
    en: ' Each held for {hold}; both were done after {total}',
    'pt-BR': ' Cada um manteve a conexão por {hold}; os dois terminaram em {total}',
  };
  const gain = {
    en: ', against {serialTotal} on the serial server: {gain} as fast.',
    'pt-BR': ', contra {serialTotal} no servidor serial: razão de {gain}.',
  };
  const rest = serial === undefined || gains === undefined ? { en: '.', 'pt-BR': '.' } : gain;
  return statement(
    { en: overlap.en + done.en + rest.en, 'pt-BR': overlap['pt-BR'] + done['pt-BR'] + rest['pt-BR'] },
    {
      servers: quantity(others.length, 'count'),
      ...(!everywhere && { overlapped: quantity(overlapped, 'count') }),
      hold: quantity(hold, 'ms'),
      total: spread(others.flatMap(({ held }) => held), 'ms'),
      ...(serial !== undefined && { serialTotal: spread(serial.held, 'ms') }),
      ...(gains !== undefined && { gain: gains.held.ratio }),
    },
  );
}

function notesOf(others: readonly Pair[], gains: Gains | undefined): Statement[] {
  return [
    statement({
      en: 'Look at the bars of the server, not only at those of the clients: a client that waits looks busy from outside, while the server’s events say when its service began and ended.',
      'pt-BR':
        'Observe as barras do servidor, e não só as dos clientes: por fora, um cliente que espera parece ocupado, enquanto os eventos do servidor dizem quando seu atendimento começou e terminou.',
    }),
    ...(others.some(({ approach }) => logsEvents(approach) && approach.workers === 'processes') ? [countsByProcess] : []),
    ...(gains === undefined ? [] : [withoutHold(gains.short, others)]),
  ];
}

const countsByProcess = statement({
  en: 'A server with worker processes counts its active connections in each of them, so that two at once may show as a single one in two places.',
  'pt-BR':
    'Um servidor com processos worker conta as conexões ativas em cada um deles, e duas ao mesmo tempo podem aparecer como uma só em dois lugares.',
});

function withoutHold({ ratio, different }: Gain, others: readonly Pair[]): Statement {
  const text = different
    ? {
        en: 'Without a hold both clients are done after {total} on the concurrent servers, and the serial one’s time to theirs is {ratio}: nobody waits for a hold any more, and what is left is the cost of each model and whatever else the machine does.',
        'pt-BR':
          'Sem manter a conexão, os dois clientes terminam em {total} nos servidores concorrentes, e a razão entre o tempo do serial e o deles é {ratio}: ninguém mais espera por uma conexão mantida, e o que resta é o custo de cada modelo e o que mais a máquina fizer.',
      }
    : {
        en: 'Without a hold both clients are done after {total} on the concurrent servers, and no difference to the serial one can be told: {ratio}. Being concurrent speeds nothing up; it takes the wait for others away, and here nobody has to wait.',
        'pt-BR':
          'Sem manter a conexão, os dois clientes terminam em {total} nos servidores concorrentes, e não se distingue diferença para o serial: {ratio}. Ser concorrente não acelera nada; elimina a espera pelos outros, e aqui ninguém precisa esperar.',
      };
  return statement(text, { ratio, total: spread(others.flatMap(({ short }) => short), 'ms') });
}

function noneConcurrent(fallen: readonly Fallen[]): ExperimentError {
  const [first] = fallen;
  const without = { en: 'no concurrent server was left to hold against the serial one', 'pt-BR': 'não restou servidor concorrente para comparar com o serial' };
  return new ExperimentError({
    en: `${without.en}: ${first?.reason.text.en ?? ''}`,
    'pt-BR': `${without['pt-BR']}: ${first?.reason.text['pt-BR'] ?? ''}`,
  });
}

function titled(trace: Trace): ReturnType<typeof timelineOf> {
  return timelineOf(trace, { en: `Two clients on ${trace.server}`, 'pt-BR': `Dois clientes em ${trace.server}` });
}

function bars(all: readonly Pair[], hold: number): Bars {
  return {
    kind: 'bars',
    title: { en: 'Until both clients are done', 'pt-BR': 'Até os dois clientes terminarem' },
    description: {
      en: 'Time from the start of two clients that come together to the close of the last, on each server. The mark is the hold of one client.',
      'pt-BR': 'Tempo do início de dois clientes que chegam juntos até o fechamento do último, em cada servidor. A marca é o tempo mantido por um cliente.',
    },
    unit: 'ms',
    bars: all.map(({ approach: { name }, held }) => {
      const total = spread(held, 'ms');
      return { label: { en: name, 'pt-BR': name }, server: name, value: total.value, ...rangeOf(total) };
    }),
    mark: { value: hold, label: { en: 'one client’s hold', 'pt-BR': 'tempo mantido por um cliente' } },
  };
}

function rowOf(pair: Pair, serial: Pair | undefined): Cell[] {
  const { approach, traces, held, short, most, overlap } = pair;
  const gains = serial === undefined || serial === pair ? undefined : gainsOver(serial, [pair]);
  const active = Math.max(...traces.flatMap(({ events }) => events.map((event) => Number(event['active'] ?? 0))));
  return [
    approach.name,
    most === undefined ? null : quantity(most, 'count'),
    most === undefined ? null : quantity(active, 'count'),
    overlap,
    spread(traces.map(apartOf), 'ms'),
    spread(held, 'ms'),
    gains?.held.ratio ?? null,
    spread(short, 'ms'),
    gains?.short.ratio ?? null,
  ];
}
