import { quantity, statement } from '#record';
import type { Approach } from '#approaches';
import { Clock } from '../../running/clock.ts';
import { type Crash, crashUnderLoad } from './crash-under-load.ts';
import { type Drain, drainUnderLoad } from './drain-under-load.ts';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { serveAll } from '../../running/serve-all.ts';
import { workByMessage } from '../../clients/work-by-message.ts';
import { concludeEndings, type Ending } from './conclude.ts';

const rounds = { quick: 1, default: 1, thorough: 3 };
const clients = { quick: 20, default: 24, thorough: 40 };
const before = { quick: 80, default: 250, thorough: 500 };
const after = { quick: 100, default: 400, thorough: 1_000 };
/** How long a message waits while it is worked on, ms, so that many are under way when the signal comes. */
const waitMs = 30;

/** Two ends under load: a worker that is killed, and a server that is told to stop. */
export const endings = defineExperiment<readonly Ending[]>({
  id: 'endings',
  title: { en: 'How they end', 'pt-BR': 'Como os servidores terminam' },
  question: {
    en: 'When a worker dies under load, who loses the connection? And when the server is told to stop, who still gets an answer?',
    'pt-BR': 'Quando um worker morre sob carga, quem perde a conexão? E quando o servidor recebe a ordem de parar, quem ainda recebe resposta?',
  },
  claims: [],

  method: (lab) =>
    statement({
      en: '{clients} clients come to each server one by one, and talk. The worker that holds most of them, by the server’s events, is killed: a process by SIGKILL, a thread by a message whose work ends it; a server without workers is killed as a whole. What the end of another worker would cost is what that one holds. Those who lose their connection connect once more, at once. Then, with a message of each under way that waits for {wait}, the server gets SIGTERM.',
      'pt-BR':
        '{clients} clientes chegam a cada servidor um a um e trocam mensagens. O worker que atende mais deles, pelos eventos do servidor, é morto: um processo por SIGKILL, uma thread por uma mensagem cujo trabalho a encerra; um servidor sem workers é morto por inteiro. A morte de outro worker custaria os clientes que ele atende. Quem perde a conexão conecta mais uma vez, de imediato. Depois, com uma mensagem de cada um em andamento, que espera por {wait}, o servidor recebe SIGTERM.',
      figures: { clients: quantity(lab.pick(clients), 'count'), wait: quantity(waitMs, 'ms') },
    }),

  async measure(lab) {
    const all = lab.approaches.map((approach) => ({ approach, crashes: [], drains: [] }));
    await lab.repeat(rounds, () => endAll(lab, all));
    return all;
  },

  conclude: concludeEndings,
});

/** A server that lives through the end of a worker is told to stop; where there are no workers, another one is. */
async function endAll(lab: Lab, all: readonly { readonly approach: Approach; readonly crashes: Crash[]; readonly drains: Drain[] }[]): Promise<void> {
  const flags = [...workByMessage(), '--log-level', 'debug'];
  const crowd = { clients: lab.pick(clients), before: lab.pick(before) };
  const started = new Clock();
  const starts = lab.approaches.flatMap((approach) => {
    const start = { approach, flags };
    return approach.workers === 'none' ? [start, start] : [start];
  });
  await serveAll(lab, starts, async (servers) => {
    for (const { approach, crashes, drains } of all) {
      lab.progress(approach.name);
      const drain = async (server: LabServer): Promise<void> => {
        drains.push(await drainUnderLoad(server, { ...crowd, wait: waitMs }));
      };
      const [first, other] = servers.filter((served) => served.approach === approach).map(({ server }) => server);
      const crash = await crashUnderLoad(first as LabServer, started, { ...crowd, after: lab.pick(after) });
      crashes.push(crash);
      const survivor = crash.victim === undefined ? other : first;
      if (survivor === undefined) await lab.serve(approach, flags, drain);
      else await drain(survivor);
    }
  });
}
