import { type Findings, quantity, said, type Statement, statement } from '#record';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { listByServer } from '../../findings/list-by-server.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { waitAtOneServer, waitInOneLine } from '../../statistics/queueing.ts';
import { waitChart } from './charts.ts';
import { accuracyOf, accuracyTable, waitTable } from './tables.ts';
import { agrees, type Line, tracedWait, waitOf } from './measure.ts';

/** From here on, bare threads show that the machine has too little for a pool of workers: they compute this much longer. */
const stretched = 1.15;

/** What clients waited before each server, and the machine of which that is. */
export interface LinesHere {
  readonly workers: number;
  /** How many times as long bare threads take to compute together, as many as there are workers. */
  readonly stretch: number;
  readonly utilisations: readonly number[];
  readonly lines: readonly Line[];
}

export function concludeLines({ workers, stretch, utilisations, lines }: LinesHere): ExperimentResult {
  const busiest = Math.max(...utilisations);
  const pooled = lines.filter(({ servers }) => servers > 1);
  const figures = {
    'mean-wait': byServer(lines, (line) => waitOf(line, busiest)),
    service: byServer(lines, ({ service }) => quantity(service, 'ms')),
    'wait-of-same-arrivals': byServer(lines.filter(({ servers }) => servers === 1), (line) => tracedWait(line, busiest)),
    'wait-at-one-server': byServer(lines, ({ service }) => quantity(waitAtOneServer({ service, utilisation: busiest }), 'ms')),
    'wait-in-one-line': byServer(pooled, ({ service, servers }) =>
      quantity(waitInOneLine({ service, utilisation: busiest }, servers), 'ms'),
    ),
  };
  return {
    findings: {
      answer: answerOf(lines, busiest, figures),
      notes: [...notesOf(lines), ...disturbances(lines, stretch, busiest)],
      charts: [waitChart(lines, utilisations, workers)],
      tables: [waitTable(lines), accuracyTable(lines, stretch)],
      figures,
    },
  };
}

function answerOf(lines: readonly Line[], utilisation: number, figures: Findings['figures']): Statement {
  const pooled = lines.find(({ servers }) => servers > 1);
  const alone = lines.filter(({ servers }) => servers === 1);
  const foretold = alone.length > 0 && alone.every((line) => agrees(line, utilisation));
  const [yes, sim] = foretold ? ['It could. ', 'Sim, é possível calcular antes. '] : ['', ''];
  const [theory, teoria] =
    alone.length > 0
      ? [
          'With the same arrivals, one line before one server comes to {traced}; in the long run, queueing theory says {one}',
          'Com as mesmas chegadas, uma fila única com um servidor daria {traced}; no longo prazo, a teoria das filas prevê {one}',
        ]
      : ['Queueing theory says {one} before one server', 'A teoria das filas prevê {one} com um servidor'];
  return statement({
    en: `${yes}Where clients of {service} each keep a server busy for {utilisation} of the time, a client waited {waits} on average. ${theory}${pooled ? ', and {pool} in one line before {workers} workers' : ''}.`,
    'pt-BR': `${sim}Com atendimentos de {service}, que ocupam o servidor por {utilisation} do tempo, um cliente esperou em média {waits}. ${teoria}${pooled ? ' e {pool} numa fila única com {workers} workers' : ''}.`,
    figures: {
      utilisation: quantity(utilisation, 'share'),
      service: figureIn(figures, 'service'),
      waits: figureIn(figures, 'mean-wait'),
      ...(alone.length > 0 && { traced: figureIn(figures, 'wait-of-same-arrivals') }),
      one: figureIn(figures, 'wait-at-one-server'),
      ...(pooled && {
        pool: figureIn(figures, 'wait-in-one-line'),
        workers: quantity(pooled.servers, 'count'),
      }),
    },
  });
}

function notesOf(lines: readonly Line[]): Statement[] {
  const { late, own, ratio, known } = accuracyOf(lines);
  return [
    statement({
      en: 'Wq = ρD / 2(1 − ρ), Pollaczek–Khinchine for a service D that never varies: half as long as where services are exponential, and without bound as the utilisation ρ nears 1. A server that is always busy is one before which the line never ends.',
      'pt-BR':
        'Wq = ρD / 2(1 − ρ), Pollaczek–Khinchine para um atendimento D que nunca varia: metade do que seria com atendimentos exponenciais, e sem limite quando a utilização ρ se aproxima de 1. Um servidor sempre ocupado é aquele cuja fila nunca acaba.',
    }),
    statement({
      en: 'A short run draws its arrivals by chance, and at a high utilisation a few that come close together decide its mean. So each server is held against what one line makes of the very arrivals that it had; the long run is what many such runs come to.',
      'pt-BR':
        'Numa execução curta as chegadas são sorteadas, e com utilização alta algumas chegadas próximas decidem a média. Por isso cada servidor é comparado ao que uma fila única faria exatamente com as chegadas que ele teve; o longo prazo é a que tendem muitas execuções assim.',
    }),
    statement({
      en: 'Workers are not quite one line: a connection belongs to a worker from the moment at which it is accepted, and may wait for it while another one is idle. In the long run their wait would lie between that of one line before all workers and that of as many lines as there are workers, each with its share of the clients, which is the wait before one server; with as few clients as here it may lie outside.',
      'pt-BR':
        'Workers não são bem uma fila única: a conexão pertence a um worker desde que é aceita, e pode esperar por ele enquanto outro está ocioso. No longo prazo a espera ficaria entre a de uma fila única para todos os workers e a de uma fila por worker, cada uma com sua parcela dos clientes, que é a espera de um servidor só; com tão poucos clientes como aqui, ela pode ficar fora desse intervalo.',
    }),
    statement({
      en: 'Little’s law, L = λW: counted every ms, the clients that were there were on average {ratio} of the rate of arrivals times the mean stay. By its own events, a server knew of {known} of those stays: while its loop computes, new clients wait in the kernel’s queue, and it has not heard of them.',
      'pt-BR':
        'Lei de Little, L = λW: contados a cada ms, os clientes presentes foram em média {ratio} da taxa de chegadas vezes a permanência média. Pelos próprios eventos, um servidor soube de {known} dessas permanências: enquanto o event loop calcula, os novos clientes esperam na fila do kernel, e ele ainda não sabe deles.',
      figures: { ratio, known },
    }),
    statement({
      en: 'Timers bring the clients about: 95 of 100 came within {late} of their moment, and the moments at which they really came are what counts. Making them took up to {own} of one core.',
      'pt-BR':
        'Os clientes são gerados por timers: 95 de cada 100 chegaram até {late} depois do previsto, e o que conta é o momento em que de fato chegaram. Gerá-los ocupou até {own} de um núcleo.',
      figures: { late, own },
    }),
  ];
}

/** What kept the waits from being those of the theory, as far as it shows. */
function disturbances(lines: readonly Line[], stretch: number, utilisation: number): Statement[] {
  const limited = stretch >= stretched && lines.some(({ servers }) => servers > 1);
  const far = lines.filter((line) => line.servers === 1 && !agrees(line, utilisation));
  const waits = listByServer({ 'mean-wait': byServer(far, (line) => waitOf(line, utilisation)) }, 'mean-wait');
  return said([
    limited &&
      statement({
        en: 'The machine was the limit: bare threads, as many as there are workers, took {stretch} as long to compute together as alone. Part of the waits on servers with workers is a wait for a core.',
        'pt-BR':
          'A máquina foi o limite: threads sem servidor, tantas quantos são os workers, levaram {stretch} o tempo de uma só para calcular juntas. Parte da espera nos servidores com workers é espera por um núcleo.',
        figures: { stretch: quantity(stretch, 'ratio') },
      }),
    far.length > 0 &&
      statement({
        en: `Far from what one line makes of the same arrivals is the mean wait on: ${waits.list}. Where others use the machine, a service takes longer for a while, and a line that was all but full grows.`,
        'pt-BR': `A espera média ficou longe da de uma fila única com as mesmas chegadas em: ${waits.list}. Quando outros processos usam a máquina, um atendimento demora mais por algum tempo, e uma fila perto da saturação cresce.`,
        figures: waits.figures,
      }),
  ]);
}
