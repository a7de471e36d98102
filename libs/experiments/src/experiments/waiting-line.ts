import { quantity, spread, type Statement, statement } from '#record';
import { median } from '#measure';
import { byServer } from '../findings/by-server.ts';
import { defineExperiment } from '../running/experiment.ts';
import { hashRounds } from '../processes/hash-rounds.ts';
import { listByServer } from '../findings/list-by-server.ts';
import { rateTimesStay } from '../clients/open-queue.ts';
import { percentile } from '../statistics/percentile.ts';
import { waitAtOneServer, waitInOneLine } from '../statistics/queueing.ts';
import { serveAll } from '../running/serve-all.ts';
import { waitChart, waitTable } from './waiting-line-charts.ts';
import { agrees, calibrate, durations, type Line, rounds, type ServedLine, runOnce, serviceMs, stretchOf, utilisations, waitOf } from './waiting-line-trials.ts';

/** More workers would need more arrivals than one process can bring about. */
const mostWorkers = 4;

/** From here on, bare threads show that the machine has too little for a pool of workers: they compute this much longer. */
const stretched = 1.15;

/** Clients that arrive at random, one message each: how long they wait in line, beside what queueing theory says. */
export const waitingLine = defineExperiment<LinesHere>({
  id: 'waiting-line',
  title: { en: 'The waiting line', 'pt-BR': 'A fila de espera' },
  question: {
    en: 'When clients arrive at random and each takes equally long to serve, how long do they wait, and could it have been computed beforehand?',
    'pt-BR': 'Quando clientes chegam ao acaso e cada um leva o mesmo tempo para ser atendido, quanto eles esperam? E dava para calcular isso antes?',
  },
  claims: [],

  method: (lab) =>
    statement(
      {
        en: 'Clients arrive at random (a Poisson process, with a seed, so that it can be repeated), each with one message that computes for about {service}, so many that they keep the server busy for up to {busy} of its time. The wait is what lies between connecting and the first byte, less what that takes on the idle server. Rounds of {duration} at each utilisation: {rounds}.',
        'pt-BR':
          'Clientes chegam ao acaso (um processo de Poisson, com semente, para que possa ser repetido), cada um com uma mensagem que ocupa a CPU por cerca de {service}, tantos que mantêm o servidor ocupado por até {busy} do tempo. A espera é o que há entre conectar e o primeiro byte, menos o que isso leva no servidor ocioso. Rodadas de {duration} em cada utilização: {rounds}.',
      },
      {
        service: quantity(serviceMs, 'ms'),
        busy: quantity(Math.max(...lab.pick(utilisations)), 'share'),
        rounds: quantity(lab.pick(rounds), 'count'),
        duration: quantity(lab.pick(durations), 'ms'),
      },
    ),

  measure(lab) {
    const work = ['--framing', 'line', '--work', `hash:${hashRounds(serviceMs)}`];
    const workers = Math.min(lab.cores, mostWorkers);
    const starts = lab.approaches.map((approach) => ({
      approach,
      flags: approach.workers === 'none' ? work : [...work, '--workers', String(workers)],
    }));
    return serveAll(lab, starts, async (all) => {
      const stretch = await stretchOf(workers);
      const lines: ServedLine[] = [];
      for (const served of all) lines.push(await calibrate(lab, served, workers, stretch));
      for (let round = 0; round < lab.pick(rounds); round++) {
        for (const utilisation of lab.pick(utilisations)) {
          for (const line of lines) await runOnce(lab, line, utilisation, round);
        }
      }
      return { workers, stretch, utilisations: lab.pick(utilisations), lines: lines.map(plain) };
    });
  },

  conclude({ workers, stretch, utilisations: all, lines }) {
    const busiest = Math.max(...all);
    return {
      findings: {
        answer: answerOf(lines, busiest, workers),
        notes: [...notesOf(lines), ...disturbances(lines, stretch, busiest)],
        charts: [waitChart(lines, all, workers)],
        tables: [waitTable(lines)],
        figures: { 'mean-wait': byServer(lines, (line) => waitOf(line, busiest)) },
      },
    };
  },
});

/** What clients waited before each server, and the machine of which that is. */
export interface LinesHere {
  readonly workers: number;
  /** How many times as long bare threads take to compute together, as many as there are workers. */
  readonly stretch: number;
  readonly utilisations: readonly number[];
  readonly lines: readonly Line[];
}

/** Without the server, which is of the lab. */
function plain({ approach, servers, response, service, runs }: ServedLine): Line {
  return { approach, servers, response, service, runs };
}

function answerOf(lines: readonly Line[], utilisation: number, workers: number): Statement {
  const service = median(lines.map((line) => line.service));
  const pooled = lines.some(({ servers }) => servers > 1);
  const waits = listByServer('mean-wait', byServer(lines, (line) => waitOf(line, utilisation)));
  const [yes, sim] = lines.filter(({ servers }) => servers === 1).every((line) => agrees(line, utilisation)) ? ['It could. ', 'Dava. '] : ['', ''];
  return statement(
    {
      en: `${yes}Where clients of {service} each keep a server busy for {utilisation} of the time, a client waited on average: ${waits.list}. Queueing theory says {one} before one server${pooled ? ', and {pool} in one line before {workers} workers' : ''}.`,
      'pt-BR': `${sim}Quando clientes de {service} cada mantêm um servidor ocupado por {utilisation} do tempo, um cliente esperou em média: ${waits.list}. A teoria das filas diz {one} diante de um servidor${pooled ? ' e {pool} em uma fila única diante de {workers} workers' : ''}.`,
    },
    {
      utilisation: quantity(utilisation, 'share'),
      service: quantity(service, 'ms'),
      one: quantity(waitAtOneServer({ service, utilisation }), 'ms'),
      ...(pooled && { pool: quantity(waitInOneLine({ service, utilisation }, workers), 'ms'), workers: quantity(workers, 'count') }),
      ...waits.figures,
    },
  );
}

function notesOf(lines: readonly Line[]): Statement[] {
  const all = lines.flatMap(({ runs }) => runs);
  const late = percentile(all.flatMap(({ run }) => run.lateness), 0.95);
  return [
    statement({
      en: 'Wq = ρD / 2(1 − ρ), Pollaczek–Khinchine for a service D that never varies: half as long as where services are exponential, and without bound as the utilisation ρ nears 1. A server that is always busy is one before which the line never ends.',
      'pt-BR':
        'Wq = ρD / 2(1 − ρ), Pollaczek–Khinchine para um atendimento D que nunca varia: metade do que seria com atendimentos exponenciais, e sem limite quando a utilização ρ se aproxima de 1. Um servidor sempre ocupado é aquele cuja fila nunca acaba.',
    }),
    statement({
      en: 'A short run draws its arrivals by chance, and at a high utilisation a few that come close together decide its mean. So each server is held against what one line makes of the very arrivals that it had; the long run is what many such runs come to.',
      'pt-BR':
        'Uma execução curta sorteia suas chegadas, e com alta utilização algumas chegadas próximas decidem a média. Por isso, cada servidor é comparado ao que uma fila única faz exatamente com as chegadas que ele teve; o longo prazo é o que resulta de muitas execuções dessas.',
    }),
    statement({
      en: 'Workers are not quite one line: a connection belongs to a worker from the moment at which it is accepted, and may wait for it while another one is idle. Their wait lies between that of one line before all workers and that of as many lines as there are workers, each with its share of the clients, which is the wait before one server.',
      'pt-BR':
        'Workers não são bem uma fila única: a conexão pertence a um worker desde que é aceita, e pode esperar por ele enquanto outro está ocioso. A espera fica entre a de uma fila única diante de todos os workers e a de tantas filas quantos são os workers, cada uma com sua parte dos clientes, que é a espera diante de um servidor.',
    }),
    statement(
      {
        en: 'Little’s law, L = λW: counted every ms, the clients that were there were on average {ratio} of the rate of arrivals times the mean stay. By its own events, a server knew of {known} of those stays: while its loop computes, new clients wait in the kernel’s queue, and it has not heard of them.',
        'pt-BR':
          'Lei de Little, L = λW: contados a cada ms, os clientes presentes foram em média {ratio} da taxa de chegadas vezes a permanência média. Pelos próprios eventos, um servidor conheceu {known} dessas permanências: enquanto o laço dele calcula, os novos clientes esperam na fila do núcleo do sistema, e ele ainda não soube deles.',
      },
      {
        ratio: spread(all.map(({ run }) => run.present / rateTimesStay(run)), 'ratio'),
        known: spread(all.map(({ run }) => run.known), 'share'),
      },
    ),
    statement(
      {
        en: 'Timers bring the clients about: 95 of 100 came within {late} of their moment, and the moments at which they really came are what counts. Making them took up to {own} of one core.',
        'pt-BR':
          'Os clientes são gerados por temporizadores: 95 de 100 vieram até {late} depois do seu momento, e o que conta são os momentos em que de fato vieram. Gerá-los ocupou até {own} de um núcleo.',
      },
      { late: quantity(late, 'ms'), own: quantity(Math.max(...all.map(({ ownShare }) => ownShare)), 'share') },
    ),
  ];
}

/** What kept the waits from being those of the theory, as far as it shows. */
function disturbances(lines: readonly Line[], stretch: number, utilisation: number): Statement[] {
  const limited = stretch >= stretched && lines.some(({ servers }) => servers > 1);
  const far = lines.filter((line) => line.servers === 1 && !agrees(line, utilisation));
  return [
    ...(limited
      ? [
          statement(
            {
              en: 'The machine was the limit: bare threads, as many as there are workers, took {stretch} as long to compute together as alone. Part of the waits on servers with workers is a wait for a core.',
              'pt-BR':
                'A máquina foi o limite: threads simples, tantas quantos são os workers, levaram {stretch} do tempo de uma só para calcular juntas. Parte da espera nos servidores com workers é espera por um núcleo.',
            },
            { stretch: quantity(stretch, 'ratio') },
          ),
        ]
      : []),
    ...(far.length > 0
      ? [
          statement({
            en: `On ${far.map(({ approach }) => approach.name).join(', ')} the wait is far from what one line makes of the same arrivals. Where others use the machine, a service takes longer for a while, and a line that was all but full grows.`,
            'pt-BR': `Em ${far.map(({ approach }) => approach.name).join(', ')}, a espera ficou longe do que uma fila única faz com as mesmas chegadas. Quando outros usam a máquina, um atendimento demora mais por algum tempo, e uma fila quase cheia cresce.`,
          }),
        ]
      : []),
  ];
}
