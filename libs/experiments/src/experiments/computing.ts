import { type Quantity, quantity, spread, type Statement, statement, type Text } from '#record';
import { byServer } from '../findings/by-server.ts';
import type { Experiment } from '../running/experiment.ts';
import { hashRounds } from '../processes/hash-rounds.ts';
import { listByServer } from '../findings/list-by-server.ts';
import { serveAll } from '../running/serve-all.ts';
import { workByMessage } from '../clients/work-by-message.ts';
import { heldUpChart, lightChart, speedChart } from './computing-charts.ts';
import { judgeParallelProof, judgeProcessPool } from './computing-claims.ts';
import {
  heavyMs,
  type Light,
  lightCount,
  lightEvery,
  measureLight,
  measurePair,
  measureSpeeds,
  messageMs,
  rounds,
  type Speeds,
  waitMs,
} from './computing-trials.ts';

/** Messages that compute instead of waiting: who gets faster by more clients, and who suffers from a heavy one. */
export const computing: Experiment = {
  id: 'computing',
  title: { en: 'Messages that compute', 'pt-BR': 'Mensagens que usam a CPU' },
  question: {
    en: 'When a message computes instead of waiting, which servers get more done for several clients than for one? And what becomes of clients whose messages cost nothing, beside one that computes?',
    'pt-BR':
      'Quando uma mensagem usa a CPU em vez de esperar, quais servidores rendem mais com vários clientes do que com um? E o que acontece com clientes cujas mensagens não custam nada, ao lado de um que calcula?',
  },
  claims: ['parallel-proof', 'cpu-process-pool'],

  method: (lab) =>
    statement(
      {
        en: 'Up to {clients} clients (twice the cores) send messages that compute for about {message} each, every one upon the reply to the one before; all servers take turns, {rounds} rounds, and each is held against itself with one client. Then {light} clients send a message that costs nothing every {every}, first alone, then beside one client whose messages compute for about {heavy}.',
        'pt-BR':
          'Até {clients} clientes (o dobro dos núcleos) enviam mensagens que ocupam a CPU por cerca de {message} cada, uma após a resposta da anterior; todos os servidores se revezam, em {rounds} rodadas, e cada um é comparado a si mesmo com um cliente. Depois, {light} clientes enviam a cada {every} uma mensagem que não custa nada, primeiro sozinhos, depois ao lado de um cliente cujas mensagens ocupam a CPU por cerca de {heavy}.',
      },
      {
        clients: quantity(2 * lab.cores, 'count'),
        message: quantity(messageMs, 'ms'),
        rounds: quantity(lab.pick(rounds), 'count'),
        light: quantity(lightCount, 'count'),
        every: quantity(lightEvery, 'ms'),
        heavy: quantity(heavyMs, 'ms'),
      },
    ),

  run: (lab) => {
    const flags = [...workByMessage(), '--log-level', 'warn'];
    return serveAll(lab, lab.approaches.map((approach) => ({ approach, flags })), async (all) => {
      const perMs = hashRounds(messageMs) / messageMs;
      const speeds = await measureSpeeds(lab, all, Math.round(perMs * messageMs));
      const lights = await measureLight(lab, all, `compute ${Math.round(perMs * heavyMs)}`);
      const loop = all.find(({ approach }) => approach.workers === 'none' && approach.serves === 'overlapping');
      const pair = loop && (await measurePair(lab, loop, `compute ${Math.round(perMs * waitMs)}`));
      return {
        findings: {
          answer: answerOf(speeds, lights),
          notes: notes(perMs, speeds.machine),
          timelines: pair?.timelines ?? [],
          charts: [speedChart(speeds, lab.cores), ...(lights.length > 0 ? [lightChart(lights), heldUpChart(lights)] : [])],
          tables: [
            {
              title: { en: 'Messages a second, and speed-up over one client', 'pt-BR': 'Mensagens por segundo e aceleração sobre um cliente' },
              columns: [
                { en: 'server', 'pt-BR': 'servidor' },
                ...speeds.steps.map(columnOf),
                { en: 'speed-up', 'pt-BR': 'aceleração' },
              ],
              rows: speeds.servers.map((speed) => [
                speed.approach.name,
                ...speeds.steps.map((_, step) => spread(speed.perSecond[step] ?? [], 'per-second')),
                speed.speedUp,
              ]),
            },
          ],
          figures: {
            'speed-up': byServer(speeds.servers, ({ speedUp }) => speedUp),
            'light-p99-alone': byServer(lights, ({ alone }) => alone),
            'light-p99-beside-heavy': byServer(lights, ({ beside }) => beside),
            'light-held-up': byServer(lights, ({ heldUp }) => heldUp),
          },
        },
        claims: [judgeParallelProof(pair), judgeProcessPool(speeds.servers, speeds.machine)],
      };
    });
  },
};

function answerOf({ steps, servers }: Speeds, lights: readonly Light[]): Statement {
  const speedUps = listByServer('speed-up', byServer(servers, ({ speedUp }) => speedUp));
  const [most, least] = extremes(lights);
  const beside = most && {
    en: ` Beside a client whose messages compute, the p99 of light ones on ${most.approach.name} went from {alone} to {beside}; it held up {most} of them${least === most ? '' : `, on ${least?.approach.name ?? ''} {least}`}.`,
    'pt-BR': ` Ao lado de um cliente cujas mensagens usam a CPU, o p99 das leves em ${most.approach.name} foi de {alone} a {beside}; ele reteve {most} dos clientes${least === most ? '' : `, em ${least?.approach.name ?? ''} {least}`}.`,
  };
  return statement(
    {
      en: `For {clients} clients the servers get this much of what they get done for one: ${speedUps.list}.${beside?.en ?? ''}`,
      'pt-BR': `Com {clients} clientes, os servidores rendem isto em relação a um cliente: ${speedUps.list}.${beside?.['pt-BR'] ?? ''}`,
    },
    {
      clients: quantity(steps.at(-1) ?? 1, 'count'),
      ...speedUps.figures,
      ...(most && { alone: most.alone, beside: most.beside, most: most.heldUp }),
      ...(least && { least: least.heldUp }),
    },
  );
}

/** Those on which the most and the fewest light clients were held up. */
function extremes(lights: readonly Light[]): [Light | undefined, Light | undefined] {
  const sorted = lights.toSorted((a, b) => b.heldUp.value - a.heldUp.value);
  return [sorted[0], sorted.at(-1)];
}

function notes(roundsPerMs: number, machine: Quantity): Statement[] {
  return [
    statement(
      {
        en: 'Threads that do nothing but compute, one a core, got {machine} of what one of them gets done, in the same minutes: more than that, no server can show here.',
        'pt-BR': 'Threads que só calculam, uma por núcleo, renderam {machine} do que rende uma delas, nos mesmos minutos: mais do que isso nenhum servidor pode mostrar aqui.',
      },
      { machine },
    ),
    statement(
      {
        en: 'A message computes a fixed amount, {rounds} rounds of PBKDF2 with SHA-256, as --work hash does; not a fixed time, for two that share a core would then seem to need no more of it than one.',
        'pt-BR':
          'Uma mensagem calcula uma quantidade fixa, {rounds} rodadas de PBKDF2 com SHA-256, como --work hash; não um tempo fixo, pois então dois que dividem um núcleo pareceriam não precisar de mais dele do que um.',
      },
      { rounds: quantity(Math.round(roundsPerMs * messageMs), 'count') },
    ),
    statement({
      en: 'Concurrent is what overlaps in time, parallel is what runs at the same instant. Messages that wait overlap on a single event loop; only several cores compute at the same instant.',
      'pt-BR':
        'Concorrente é o que se sobrepõe no tempo; paralelo é o que roda no mesmo instante. Mensagens que esperam se sobrepõem em um único laço de eventos; só vários núcleos calculam no mesmo instante.',
    }),
    statement({
      en: 'Workers do not shield a light client that shares its worker with the heavy one: it waits as on a single loop, so the p99 stays high. What falls is the share of clients that are held up.',
      'pt-BR':
        'Workers não protegem o cliente leve que divide o worker com o pesado: ele espera como em um laço único, e o p99 continua alto. O que diminui é a parcela de clientes retidos.',
    }),
    statement({
      en: 'A connection stays with the worker that got it. Where all clients happen to be on one worker, the other cores stand idle, and that round shows no speed-up.',
      'pt-BR':
        'Uma conexão fica com o worker que a recebeu. Quando todos os clientes caem no mesmo worker, os outros núcleos ficam parados, e aquela rodada não mostra aceleração.',
    }),
  ];
}

function columnOf(clients: number): Text {
  return clients === 1 ? { en: '1 client', 'pt-BR': '1 cliente' } : { en: `${clients} clients`, 'pt-BR': `${clients} clientes` };
}
