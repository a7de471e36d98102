import { descriptorLimit, selectLimit } from '#machine';
import { quantity, type Quantity, spread, statement } from '#record';
import type { Approach } from '#approaches';
import { heldConnections } from '#measure';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import { percentile } from '../../statistics/percentile.ts';
import { type CostPlan, type CostRun, lightRate, serverCost } from './measure.ts';
import { unnoticed } from './judge.ts';
import { concludeCosts, type Costs, type CostsHere, kinds } from './conclude.ts';

const rounds = { quick: 1, default: 3, thorough: 5 };
const loads = { quick: 120, default: 200, thorough: 1_000 };
const talks = { quick: 400, default: 400, thorough: 2_000 };
/** A quick run leaves them out. */
const talking = { quick: [], default: [1_000, 300, 100], thorough: [1_000, 500, 250, 100] };
/** Descriptors that this process keeps for all else than clients. */
const reserve = 100;

/** What each server costs: memory, threads, descriptors, time to start, CPU time, and latency with many clients. */
export const cost = defineExperiment<CostsHere>({
  id: 'cost',
  title: { en: 'What each server costs', 'pt-BR': 'Quanto custa cada servidor' },
  question: {
    en: 'What does each server take: to be there, for a connection that says nothing, and for a message? And are replies slower when many clients are connected?',
    'pt-BR': 'Quanto cada servidor consome só por estar no ar, por conexão ociosa e por mensagem? E as respostas ficam mais lentas com muitos clientes conectados?',
  },
  claims: ['threads-100-1000', 'select-million'],

  method(lab) {
    const crowded = lab.pick(talking).length > 0;
    const talk =
      crowded
        ? {
            en: 'Then clients talk, each five times a second: many, and then fewer and fewer; a reply within {unnoticed} seems to come at once.',
            'pt-BR': 'Depois os clientes enviam mensagens, cada um cinco por segundo: primeiro muitos clientes, depois cada vez menos; uma resposta em até {unnoticed} parece imediata.',
          }
        : {
            en: 'How soon replies come when many clients talk is left out of a quick run.',
            'pt-BR': 'O tempo de resposta com muitos clientes ativos fica fora de uma execução rápida.',
          };
    return statement({
      en: `Each server is started in turn with the others (starts: {rounds}), and its whole tree of processes is counted: memory as PSS, when it listens and with {connections} idle connections; threads; descriptors; CPU time a message and a connection; and how soon a reply comes, from sending to its first byte, where {light} messages a second come at random moments. ${talk.en}`,
      'pt-BR': `Os servidores são iniciados em rodízio (inicializações: {rounds}), e mede-se toda a árvore de processos de cada um: memória (PSS), ao iniciar e com {connections} conexões ociosas; threads; descritores; tempo de CPU por mensagem e por conexão; e o tempo de resposta, do envio ao primeiro byte, com {light} mensagens por segundo em momentos aleatórios. ${talk['pt-BR']}`,
      figures: {
        rounds: quantity(lab.pick(rounds), 'count'),
        connections: quantity(connectionsOf(lab), 'count'),
        light: quantity(lightRate, 'count'),
        ...(crowded && { unnoticed: quantity(unnoticed, 'ms') }),
      },
    });
  },

  unable: () =>
    process.platform === 'linux'
      ? undefined
      : { en: 'what a process costs is read from /proc, which only Linux has', 'pt-BR': 'o custo de um processo é lido de /proc, que só existe no Linux' },

  measure: async (lab) => ({
    all: await measureAll(lab),
    connections: connectionsOf(lab),
    select: await selectLimit(lab.python),
    descriptors: descriptorLimit(),
  }),

  conclude: concludeCosts,
});

/** Fewer than asked for where this process may not have so many descriptors. */
function connectionsOf(lab: Lab): number {
  return Math.min(lab.pick(heldConnections), descriptorLimit() - reserve);
}

async function measureAll(lab: Lab): Promise<readonly Costs[]> {
  const most = connectionsOf(lab);
  const crowd = { connections: most, talking: lab.pick(talking).filter((clients) => clients <= most) };
  const found = lab.approaches.map((approach) => ({ approach, runs: [] as CostRun[] }));
  for (let round = 0; round < lab.pick(rounds); round++) {
    // A crowd takes longest; but for thorough runs, once is enough.
    const plan: CostPlan = {
      crowd: round === 0 || lab.size === 'thorough' ? crowd : undefined,
      talk: lab.pick(talks),
      load: lab.pick(loads),
    };
    for (const { approach, runs } of found) runs.push(await serverCost(lab, approach, plan));
  }
  return found.map(({ approach, runs }) => costsOf(approach, runs));
}

function costsOf(approach: Approach, runs: readonly CostRun[]): Costs {
  const figures = Object.fromEntries(
    kinds.map(({ figure, unit }) => [figure, spread(runs.flatMap(({ costs }) => costs[figure] ?? []), unit)]),
  ) as Costs['figures'];
  const latencies = runs.flatMap((run) => run.latencies ?? []);
  const counts = [...new Set(latencies.flatMap((all) => [...all.keys()]))].sort((a, b) => a - b);
  const at = (clients: number, share: number): Quantity =>
    spread(latencies.map((all) => percentile(all.get(clients) ?? [], share)), 'ms');
  return {
    approach,
    figures,
    curve: { approach, points: counts.map((clients) => ({ clients, p50: at(clients, 0.5), p99: at(clients, 0.99) })) },
  };
}
