import type { Approach } from '#approaches';
import { quantity, statement } from '#record';
import { Clock } from '../../running/clock.ts';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { requireOk } from '../../clients/require-ok.ts';
import { type Served, serveAll, type Start } from '../../running/serve-all.ts';
import { serverFlags } from './server-flags.ts';
import { type Shares, sharesOf } from './worker-shares.ts';
import { type Arrival, arrivals, concludeFairness, type Spreading, type Variant } from './conclude.ts';

const connections = { quick: 40, default: 100, thorough: 100 };
const rounds = { quick: 1, default: 2, thorough: 10 };
/** How long each keeps its connection once it was answered, ms. */
const hold = 100;
/** The first sends one message, the second two, and so on, then again from one: connections are not alike. */
const mostMessages = 5;

/** The flags that decide who gets a connection. A server that has none of them is tried as it is. */
const spreadingFlags = ['--scheduling', '--accept'];

/** How evenly connections, and the messages that come on them, lie on the workers. */
export const fairness = defineExperiment<readonly Spreading[]>({
  id: 'fairness',
  title: { en: 'Who gets the connections', 'pt-BR': 'Quem fica com as conexões' },
  question: {
    en: 'Are connections spread evenly over the workers, and what decides it?',
    'pt-BR': 'As conexões se distribuem por igual entre os workers? E o que decide isso?',
  },
  claims: [],

  method: (lab) =>
    statement({
      en: 'Each server with workers is started with {workers} of them, once for each way that it has to spread connections. {connections} connections come all at once, then as many one by one, each when the one before was answered; each sends up to {messages} messages and stays for {hold}. The server’s events say which worker served which.',
      'pt-BR':
        'Cada servidor com workers é iniciado com {workers} deles, uma vez para cada forma de distribuir conexões. Chegam {connections} conexões de uma vez e depois o mesmo número uma a uma, cada uma após a resposta à anterior; cada conexão envia até {messages} mensagens e fica por {hold}. Os eventos do servidor dizem qual worker atendeu cada uma.',
      figures: {
        workers: quantity(workersOf(lab), 'count'),
        connections: quantity(lab.pick(connections), 'count'),
        messages: quantity(mostMessages, 'count'),
        hold: quantity(hold, 'ms'),
      },
    }),

  unable: (lab) =>
    withWorkers(lab).length === 0
      ? { en: 'no server with workers was asked for', 'pt-BR': 'nenhum servidor com workers foi pedido' }
      : undefined,

  async measure(lab) {
    const variants = (await Promise.all(withWorkers(lab).map((approach) => variantsOf(lab, approach)))).flat();
    return serveAll(lab, variants, (servers) => takeRounds(lab, servers));
  },

  conclude: concludeFairness,
});

/** A variant as it is started. */
type Started = Variant & Start & { readonly approach: Approach };

function withWorkers(lab: Lab): readonly Approach[] {
  return lab.approaches.filter(({ workers }) => workers !== 'none');
}

/** As many as there are cores, as the servers themselves choose; at least two, or there is nothing to spread. */
function workersOf({ cores }: Lab): number {
  return Math.min(4, Math.max(2, cores));
}

async function variantsOf(lab: Lab, approach: Approach): Promise<readonly Started[]> {
  const known = await serverFlags(approach, lab.signal);
  const workers = known.has('--workers') ? ['--workers', String(workersOf(lab))] : [];
  const variants = spreadingFlags.flatMap((name) => {
    const flag = known.get(name);
    return (flag?.choices ?? []).map((choice) => ({
      approach,
      flags: [name, choice, ...workers],
      choice: `${name} ${choice}`,
      usual: choice === flag?.byDefault,
    }));
  });
  return variants.length > 0 ? variants : [{ approach, flags: workers, choice: '', usual: true }];
}

async function takeRounds(lab: Lab, variants: readonly (Started & Served)[]): Promise<Spreading[]> {
  const all = variants.flatMap((variant) =>
    arrivals.map((arrival) => ({ server: variant.server.name, variant, arrival, shares: [] as Shares[] })),
  );
  await lab.repeat(rounds, async () => {
    for (const { variant, arrival, shares } of all) {
      lab.progress(`${variant.server.name} ${variant.choice}`);
      shares.push(await oneRound(lab, variant.server, arrival));
    }
  });
  return all;
}

async function oneRound(lab: Lab, server: LabServer, arrival: Arrival): Promise<Shares> {
  const clock = new Clock();
  const clients = await lab.repeat(connections, async (n) => {
    const messages = Array.from({ length: 1 + (n % mostMessages) }, (_, index) => `mensagem ${index + 1}`);
    const client = lab.client(server, { number: n + 1, clock, messages, hold });
    if (arrival === 'paced') await client.replied;
    return client;
  });
  requireOk(server.name, await Promise.all(clients.map(({ done }) => done)));
  await server.untilEnded(clock, clients.length);
  return sharesOf(server.events(clock), workersOf(lab));
}
