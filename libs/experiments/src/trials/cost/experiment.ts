import { descriptorLimit, selectLimit } from '#machine';
import { joined, quantity, type Quantity, spread, type Statement, statement } from '#record';
import { heldConnections } from '#measure';
import { defineExperiment } from '../../running/experiment.ts';
import { knownOf, type Lab } from '../../running/lab.ts';
import { type PythonServer, pythonServers } from '../../running/python-servers.ts';
import { percentile } from '../../statistics/percentile.ts';
import { type Costed, type CostPlan, type CostRun, lightRate, serverCost } from './measure.ts';
import { unnoticed } from './judge.ts';
import { concludeCosts, type Costs, type CostsHere, kinds } from './conclude.ts';

const rounds = { quick: 1, default: 3, thorough: 5 };
/** Of those in Python, which a quick run leaves out and whose ranges nothing hangs on. */
const roundsInPython = { quick: 0, default: 1, thorough: 5 };
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
    return joined([
      statement({
        en: 'Each server is started in turn with the others (starts: {rounds}), and its whole tree of processes is counted: memory as PSS, when it listens and with {connections} idle connections; threads; descriptors; CPU time a message and a connection; and how soon a reply comes, from sending to its first byte, where {light} messages a second come at random moments.',
        'pt-BR':
          'Os servidores são iniciados em rodízio (inicializações: {rounds}), e mede-se toda a árvore de processos de cada um: memória (PSS), ao iniciar e com {connections} conexões ociosas; threads; descritores; tempo de CPU por mensagem e por conexão; e o tempo de resposta, do envio ao primeiro byte, com {light} mensagens por segundo em momentos aleatórios.',
        figures: {
          rounds: quantity(lab.pick(rounds), 'count'),
          connections: quantity(connectionsOf(lab), 'count'),
          light: quantity(lightRate, 'count'),
        },
      }),
      crowded &&
        statement({
          en: 'Then clients talk, each five times a second: many, and then fewer and fewer; a reply within {unnoticed} seems to come at once.',
          'pt-BR': 'Depois os clientes enviam mensagens, cada um cinco por segundo: primeiro muitos clientes, depois cada vez menos; uma resposta em até {unnoticed} parece imediata.',
          figures: { unnoticed: quantity(unnoticed, 'ms') },
        }),
      lab.inPython.some((server) => setsBeside(server, lab)) &&
        statement({
          en: 'Servers in Python are set beside ours (starts: {pythonRounds}; idle connections: {pythonConnections}, since one of them has a thread for each).',
          'pt-BR': 'Servidores em Python são medidos ao lado dos nossos (inicializações: {pythonRounds}; conexões ociosas: {pythonConnections}, pois um deles tem uma thread para cada uma).',
          figures: {
            pythonRounds: quantity(lab.pick(roundsInPython), 'count'),
            pythonConnections: quantity(fewerOf(lab), 'count'),
          },
        }),
      !crowded &&
        statement({
          en: 'How soon replies come when many clients talk is left out of a quick run.',
          'pt-BR': 'O tempo de resposta com muitos clientes ativos fica fora de uma execução rápida.',
        }),
    ]);
  },

  setsBeside,

  unable: () =>
    process.platform === 'linux'
      ? undefined
      : { en: 'what a process costs is read from /proc, which only Linux has', 'pt-BR': 'o custo de um processo é lido de /proc, que só existe no Linux' },

  measure: async (lab) => ({
    ...(await measureAll(lab)),
    connections: connectionsOf(lab),
    fewer: fewerOf(lab),
    select: await selectLimit(lab.python),
    descriptors: descriptorLimit(),
  }),

  conclude: concludeCosts,
});

/** Fewer than asked for where this process may not have so many descriptors. */
function connectionsOf(lab: Lab): number {
  return Math.min(lab.pick(heldConnections), descriptorLimit() - reserve);
}

/** In Python: a thread for each is more than many machines allow, where they are as many as for ours. */
function fewerOf(lab: Lab): number {
  return Math.min(heldConnections.quick, connectionsOf(lab));
}

function setsBeside(_: PythonServer, lab: Lab): boolean {
  return lab.pick(roundsInPython) > 0;
}

async function measureAll(lab: Lab): Promise<Pick<CostsHere, 'all' | 'fallen'>> {
  const inPython = lab.inPython.map((approach) => ({ approach, rounds: lab.pick(roundsInPython) }));
  const ours = lab.approaches.map((approach) => ({ approach, rounds: lab.pick(rounds) }));
  const found = [...ours, ...inPython].map((one) => ({ ...one, runs: [] as CostRun[] }));
  const fallen = new Map<string, Statement>();
  for (let round = 0; round < lab.pick(rounds); round++) {
    for (const { approach, runs } of found.filter((one) => round < one.rounds && !fallen.has(one.approach.name))) {
      try {
        runs.push(await serverCost(lab, approach, planFor(lab, approach, round)));
      } catch (error) {
        // What is said of ours doesn't hang on the others.
        if (lab.signal.aborted || 'main' in approach) throw error;
        fallen.set(approach.name, lab.describe(error));
      }
    }
  }
  const standing = found.filter(({ approach, runs }) => runs.length > 0 && !fallen.has(approach.name));
  return {
    all: standing.map(({ approach, runs }) => costsOf(approach, runs)),
    fallen: [...fallen].map(([server, reason]) => ({ server, reason })),
  };
}

function planFor(lab: Lab, approach: Costed, round: number): CostPlan {
  const most = 'main' in approach ? connectionsOf(lab) : fewerOf(lab);
  const crowd = { connections: most, talking: lab.pick(talking).filter((clients) => clients <= most) };
  // A crowd takes longest; but for thorough runs, once is enough. And one that truly blocks does not take it in.
  const wanted = (round === 0 || lab.size === 'thorough') && approach !== pythonServers.blocking;
  return { crowd: wanted ? crowd : undefined, talk: lab.pick(talks), load: lab.pick(loads) };
}

function costsOf(costed: Costed, runs: readonly CostRun[]): Costs {
  const approach = knownOf(costed);
  const figures: Costs['figures'] = Object.fromEntries(
    kinds.flatMap(({ figure, unit }) => {
      const values = runs.flatMap(({ costs }) => costs[figure] ?? []);
      return values.length === 0 ? [] : [[figure, spread(values, unit)] as const];
    }),
  );
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
