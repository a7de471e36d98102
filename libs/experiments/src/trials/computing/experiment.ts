import { hashRounds } from '#machine';
import { quantity, statement } from '#record';
import { defineExperiment } from '../../running/experiment.ts';
import { serveAll } from '../../running/serve-all.ts';
import { workByMessage } from '../../clients/work-by-message.ts';
import { type Computed, concludeComputing } from './conclude.ts';
import {
  heavyMs,
  lightCount,
  lightEvery,
  measureLight,
  measurePair,
  measureSpeeds,
  messageMs,
  rounds,
  waitMs,
} from './measure.ts';

/** Messages that compute instead of waiting: who gets faster by more clients, and who suffers from a heavy one. */
export const computing = defineExperiment<Computed>({
  id: 'computing',
  title: { en: 'Messages that compute', 'pt-BR': 'Mensagens que usam a CPU' },
  question: {
    en: 'When a message computes instead of waiting, which servers get more done for several clients than for one? And what becomes of clients whose messages cost nothing, beside one that computes?',
    'pt-BR':
      'Quando uma mensagem usa a CPU em vez de esperar, quais servidores rendem mais com vários clientes do que com um? E o que acontece com os clientes de mensagens leves ao lado de um que ocupa a CPU?',
  },
  claims: ['parallel-proof', 'cpu-process-pool'],

  method: (lab) =>
    statement({
      en: 'Up to {clients} clients (twice the cores) send messages that compute for about {message} each, every one upon the reply to the one before; all servers take turns, {rounds} rounds, and each is held against itself with one client. Then {light} clients send a message that costs nothing every {every}, first alone, then beside one client whose messages compute for about {heavy}.',
      'pt-BR':
        'Até {clients} clientes (o dobro dos núcleos) enviam mensagens que ocupam a CPU por cerca de {message} cada, uma após a resposta da anterior; todos os servidores se revezam, em {rounds} rodadas, e cada um é comparado a si mesmo com um cliente. Depois, {light} clientes enviam a cada {every} uma mensagem leve, primeiro sozinhos, depois ao lado de um cliente cujas mensagens ocupam a CPU por cerca de {heavy}.',
      figures: {
        clients: quantity(2 * lab.cores, 'count'),
        message: quantity(messageMs, 'ms'),
        rounds: quantity(lab.pick(rounds), 'count'),
        light: quantity(lightCount, 'count'),
        every: quantity(lightEvery, 'ms'),
        heavy: quantity(heavyMs, 'ms'),
      },
    }),

  measure: (lab) => {
    const flags = [...workByMessage(), '--log-level', 'warn'];
    return serveAll(lab, lab.approaches.map((approach) => ({ approach, flags })), async (all) => {
      const perMs = hashRounds(messageMs) / messageMs;
      const messageRounds = Math.round(perMs * messageMs);
      const speeds = await measureSpeeds(lab, all, messageRounds);
      const lights = await measureLight(lab, all, `compute ${Math.round(perMs * heavyMs)}`);
      const loop = all.find(({ approach }) => approach.workers === 'none' && approach.serves === 'overlapping');
      const pair = loop && (await measurePair(lab, loop, `compute ${Math.round(perMs * waitMs)}`));
      return { cores: lab.cores, messageRounds, speeds, lights, pair };
    });
  },

  conclude: concludeComputing,
});
