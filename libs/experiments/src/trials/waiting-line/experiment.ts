import { hashRounds } from '#machine';
import { quantity, statement } from '#record';
import { defineExperiment } from '../../running/experiment.ts';
import { serveAll } from '../../running/serve-all.ts';
import { concludeLines, type LinesHere } from './conclude.ts';
import { calibrate, durations, rounds, runOnce, serviceMs, stretchOf, utilisations } from './measure.ts';

/** More workers would need more arrivals than one process can bring about. */
const mostWorkers = 4;

/** Clients that arrive at random, one message each: how long they wait in line, beside what queueing theory says. */
export const waitingLine = defineExperiment<LinesHere>({
  id: 'waiting-line',
  title: { en: 'The waiting line', 'pt-BR': 'A fila de espera' },
  question: {
    en: 'When clients arrive at random and each takes equally long to serve, how long do they wait, and could it have been computed beforehand?',
    'pt-BR': 'Quando clientes chegam ao acaso e cada um leva o mesmo tempo para ser atendido, quanto eles esperam? E é possível calcular isso antes?',
  },
  claims: [],

  method: (lab) =>
    statement({
      en: 'Clients arrive at random (a Poisson process, with a seed, so that it can be repeated), each with one message that computes for about {service}, so many that they keep the server busy for up to {busy} of its time. The wait is what lies between connecting and the first byte, less what that takes on the idle server. Rounds of {duration} at each utilisation: {rounds}.',
      'pt-BR':
        'Clientes chegam ao acaso (um processo de Poisson, com semente, para que possa ser repetido), cada um com uma mensagem que ocupa a CPU por cerca de {service}, em número que mantém o servidor ocupado por até {busy} do tempo. A espera é o tempo entre conectar e o primeiro byte, menos o que isso leva com o servidor ocioso. Rodadas de {duration} em cada utilização: {rounds}.',
      figures: {
        service: quantity(serviceMs, 'ms'),
        busy: quantity(Math.max(...lab.pick(utilisations)), 'share'),
        rounds: quantity(lab.pick(rounds), 'count'),
        duration: quantity(lab.pick(durations), 'ms'),
      },
    }),

  measure(lab) {
    const work = ['--framing', 'line', '--work', `hash:${hashRounds(serviceMs)}`];
    const workers = Math.min(lab.cores, mostWorkers);
    const starts = lab.approaches.map((approach) => ({
      approach,
      flags: approach.workers === 'none' ? work : [...work, '--workers', String(workers)],
    }));
    return serveAll(lab, starts, async (all) => {
      const stretch = await stretchOf(workers);
      const lines = await Array.fromAsync(all, (served) => calibrate(lab, served, workers, stretch));
      await lab.repeat(rounds, async (round) => {
        for (const utilisation of lab.pick(utilisations)) {
          for (const line of lines) await runOnce(lab, line, utilisation, round);
        }
      });
      return { workers, stretch, utilisations: lab.pick(utilisations), lines: lines.map(({ line }) => line) };
    });
  },

  conclude: concludeLines,
});
