import { type Findings, joined, type Quantity, quantity, spread, type Statement, statement, type Table, type Text, type Timeline } from '#record';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { listNames } from '../../findings/list-names.ts';
import { tableOf } from '../../findings/table-of.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { heldUpChart, lightChart, speedChart } from './charts.ts';
import { judgeParallelProof, judgeProcessPool, type Pair, type Speed } from './judge.ts';
import type { Light, Speeds } from './measure.ts';

/** What was measured of messages that compute. */
export interface Computed {
  readonly cores: number;
  /** Rounds of hashing in a message. */
  readonly messageRounds: number;
  readonly speeds: Speeds;
  /** None where no server serves side by side. */
  readonly lights: readonly Light[];
  /** Two clients on one event loop; undefined where no server has a single one for all. */
  readonly pair: (Pair & { readonly timelines: readonly Timeline[] }) | undefined;
}

export function concludeComputing({ cores, messageRounds, speeds, lights, pair }: Computed): ExperimentResult {
  const figures = {
    'speed-up': byServer(speeds.servers, ({ speedUp }) => speedUp),
    'messages-per-second': byServer(speeds.servers, ({ perSecond }) => spread(perSecond.at(-1) ?? [], 'per-second')),
    'light-p99-alone': byServer(lights, ({ alone }) => alone),
    'light-p99-beside-heavy': byServer(lights, ({ beside }) => beside),
    'light-held-up': byServer(lights, ({ heldUp }) => heldUp),
  };
  return {
    findings: {
      answer: answerOf(speeds, figures),
      notes: notes(messageRounds, speeds.machine),
      timelines: [...(pair?.timelines ?? [])],
      charts: [
        speedChart(speeds, cores),
        ...(lights.length > 0 ? [lightChart(lights), heldUpChart(figures['light-held-up'])] : []),
      ],
      tables: [speedTable(speeds), ...(pair === undefined ? [] : [pairTable(pair)])],
      figures,
    },
    claims: [judgeParallelProof(pair), judgeProcessPool(speeds.servers, speeds.machine)],
  };
}

function answerOf({ steps, servers, machine }: Speeds, figures: Findings['figures']): Statement {
  const workers = servers.filter(({ approach }) => approach.workers !== 'none').map(({ approach }) => approach.name);
  const speedUps = listByWorkers(figures, 'speed-up', workers);
  const heldUp = listByWorkers(figures, 'light-held-up', workers);
  return joined([
    statement({
      en: `For {clients} clients the servers get this much of what they get done for one: ${speedUps.list.en}. Bare threads, one a core, get {machine}.`,
      'pt-BR': `Com {clients} clientes, o trabalho feito pelos servidores, em relação ao feito para um só: ${speedUps.list['pt-BR']}. Threads sem servidor, uma por núcleo: {machine}.`,
      figures: { clients: quantity(steps.at(-1) ?? 1, 'count'), machine, ...speedUps.figures },
    }),
    heldUp.list.en !== '' &&
      statement({
        en: `Light messages alone were answered within {alone} 99 times out of 100, beside a client whose messages compute within {beside}; it held up this share of the light clients: ${heldUp.list.en}.`,
        'pt-BR': `Sem um cliente pesado, 99 de cada 100 mensagens leves foram respondidas em até {alone}; ao lado de um cliente cujas mensagens usam a CPU, em até {beside}. Parcela dos clientes leves que ele atrasou: ${heldUp.list['pt-BR']}.`,
        figures: {
          alone: figureIn(figures, 'light-p99-alone'),
          beside: figureIn(figures, 'light-p99-beside-heavy'),
          ...heldUp.figures,
        },
      }),
  ]);
}

/** A figure of the servers that have workers, and of those that have none: `{name-0} on server-cluster, {name-1} on server-async`. */
function listByWorkers(
  figures: Findings['figures'],
  name: string,
  workers: readonly string[],
): { readonly list: Text; readonly figures: Statement['figures'] } {
  const all = Object.keys(figures[name] ?? {});
  const groups = [true, false].map((has) => all.filter((server) => workers.includes(server) === has)).filter((group) => group.length > 0);
  const list = (language: keyof Text, on: string): string =>
    groups.map((group, index) => `{${name}-${index}} ${on} ${listNames(group)[language]}`).join(', ');
  return {
    list: { en: list('en', 'on'), 'pt-BR': list('pt-BR', 'em') },
    figures: Object.fromEntries(groups.map((group, index) => [`${name}-${index}`, figureIn(figures, name, group)])),
  };
}

function speedTable({ steps, servers, machine }: Speeds): Table {
  const nothing = steps.map(() => null);
  const { rows, ...table } = tableOf<Speed>(
    { en: 'Messages a second, and speed-up over one client', 'pt-BR': 'Mensagens por segundo e speedup em relação a um cliente' },
    servers,
    [
      { en: 'server', 'pt-BR': 'servidor', cell: ({ approach }) => approach.name },
      ...steps.map((clients, step) => ({
        ...columnOf(clients),
        cell: ({ perSecond }: Speed) => spread(perSecond[step] ?? [], 'per-second'),
      })),
      { en: 'speed-up', 'pt-BR': 'speedup', cell: ({ speedUp }) => speedUp },
    ],
  );
  return { ...table, rows: [...rows, [{ en: 'bare threads, one a core', 'pt-BR': 'threads sem servidor, uma por núcleo' }, ...nothing, machine]] };
}

function pairTable({ server, waiting, computing }: Pair): Table {
  const both = [
    { what: { en: 'wait', 'pt-BR': 'esperam' }, ...waiting },
    { what: { en: 'compute', 'pt-BR': 'calculam' }, ...computing },
  ];
  return tableOf({ en: 'Two clients who start together', 'pt-BR': 'Dois clientes que começam juntos' }, both, [
    { en: 'server', 'pt-BR': 'servidor', cell: () => server },
    { en: 'messages', 'pt-BR': 'mensagens', cell: ({ what }) => what },
    { en: 'the later reply, after', 'pt-BR': 'última resposta, após', cell: ({ last }) => last },
    { en: 'the earlier one, before it', 'pt-BR': 'diferença entre as duas', cell: ({ apart }) => apart },
  ]);
}

function notes(messageRounds: number, machine: Quantity): Statement[] {
  return [
    statement({
      en: 'Threads that do nothing but compute, one a core, got {machine} of what one of them gets done, in the same minutes: about as much as the machine gives. A server that shows more was tried when the machine had more to give, or its one client when it had less.',
      'pt-BR': 'Threads que só calculam, uma por núcleo, renderam {machine} o que rende uma delas, nos mesmos minutos: é mais ou menos o que a máquina oferece. Se um servidor mostra mais, ele foi medido quando a máquina tinha mais a oferecer, ou o seu cliente único quando ela tinha menos.',
      figures: { machine },
    }),
    statement({
      en: 'A message computes a fixed amount, {rounds} rounds of PBKDF2 with SHA-256, as --work hash does; not a fixed time, for two that share a core would then seem to need no more of it than one.',
      'pt-BR':
        'Cada mensagem custa uma quantidade fixa de cálculo, {rounds} iterações de PBKDF2 com SHA-256, como em --work hash, e não um tempo fixo: com tempo fixo, dois clientes no mesmo núcleo pareceriam não precisar de mais CPU do que um.',
      figures: { rounds: quantity(messageRounds, 'count') },
    }),
    statement({
      en: 'Concurrent is what overlaps in time, parallel is what runs at the same instant. Messages that wait overlap on a single event loop; only several cores compute at the same instant.',
      'pt-BR':
        'Concorrente é o que se sobrepõe no tempo; paralelo é o que roda no mesmo instante. Mensagens que esperam se sobrepõem em um único event loop; só vários núcleos calculam no mesmo instante.',
    }),
    statement({
      en: 'Workers do not shield a light client that shares its worker with the heavy one: it waits as on a single loop, so the p99 stays high. What falls is the share of clients that are held up.',
      'pt-BR':
        'Workers não protegem o cliente leve que divide o worker com o pesado: ele espera como em um único event loop, e o p99 continua alto. O que diminui é a parcela de clientes atrasados.',
    }),
    statement({
      en: 'A connection stays with the worker that got it. Where all clients happen to be on one worker, the other cores stand idle, and that round shows no speed-up.',
      'pt-BR':
        'Uma conexão fica com o worker que a recebeu. Quando todos os clientes caem no mesmo worker, os outros núcleos ficam ociosos, e aquela rodada não mostra speedup.',
    }),
  ];
}

function columnOf(clients: number): Text {
  return clients === 1 ? { en: '1 client', 'pt-BR': '1 cliente' } : { en: `${clients} clients`, 'pt-BR': `${clients} clientes` };
}
