import { type Fallen, joined, median, quantity, spread, statement, type Trace } from '#record';
import { clientsTogether } from '../../clients/clients-together.ts';
import { mostAtOnce, servedIntervals } from '../../findings/served-intervals.ts';
import { defineExperiment } from '../../running/experiment.ts';
import { ExperimentError } from '../../running/experiment-error.ts';
import type { Field } from '../../running/field.ts';
import { knownOf, type Lab, logsEvents, type Subject } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { serveField } from '../../running/serve-field.ts';
import { warmUp } from '../../running/warm-up.ts';
import { concludeTogether, type Pair, type Together } from './conclude.ts';

const holds = { quick: 100, default: 300, thorough: 1_000 };
const rounds = { quick: 1, default: 4, thorough: 5 };
/** Without a hold a visit takes a few ms, and any disturbance as much: a round's figure is the median of so many. */
const shortVisits = { quick: 10, default: 20, thorough: 50 };

/** Two clients at the same time on each concurrent server, beside the one that serves one at a time. */
export const part4 = defineExperiment<Together>({
  id: 'part-4',
  title: { en: 'Part 4: two clients at the same time', 'pt-BR': 'Parte 4: dois clientes ao mesmo tempo' },
  question: {
    en: 'Are two clients served at the same time, and how much sooner are both done than on the serial server?',
    'pt-BR': 'Dois clientes são atendidos ao mesmo tempo? E em quanto tempo os dois terminam, em comparação com o servidor serial?',
  },
  claims: ['speedup-15'],

  method: (lab) =>
    statement({
      en: 'Two clients connect at the same time, are answered, hold their connections for {hold} each and leave. All servers run and take turns (rounds: {rounds}); in each round, {short} more pairs come without a hold, and their median counts. Whether service overlapped is read twice: from the clients’ moments and from the server’s own events.',
      'pt-BR':
        'Dois clientes conectam ao mesmo tempo, recebem a resposta, mantêm a conexão por {hold} cada um e saem. Todos os servidores ficam no ar e se revezam (rodadas: {rounds}); em cada rodada vêm mais {short} pares que não mantêm a conexão, dos quais conta a mediana. A sobreposição do atendimento é verificada dos dois lados: pelos tempos dos clientes e pelos eventos do próprio servidor.',
      figures: {
        hold: quantity(lab.pick(holds), 'ms'),
        rounds: quantity(lab.pick(rounds), 'count'),
        short: quantity(lab.pick(shortVisits), 'count'),
      },
    }),

  setsBeside: isConcurrent,

  unable: (lab) =>
    ![...lab.servers, ...lab.inPython].some(isConcurrent)
      ? { en: 'no server that serves connections side by side was asked for', 'pt-BR': 'nenhum servidor que atende conexões lado a lado foi pedido' }
      : undefined,

  async measure(lab) {
    const { serial } = lab;
    const hold = lab.pick(holds);
    const tried = [...lab.servers, ...lab.inPython].filter((server) => server === serial || isConcurrent(server));
    const starts = tried.map((approach) => ({ approach, flags: 'logFlags' in approach ? approach.logFlags : [] }));
    return serveField(lab, starts, async (field) => {
      const all = await takeRounds(lab, field, hold);
      if (!all.some(({ approach }) => approach.serves === 'overlapping')) throw noneConcurrent(field.fallen);
      return { hold, all, fallen: field.fallen };
    });
  },

  conclude: concludeTogether,
});

function isConcurrent({ serves }: Subject): boolean {
  return serves === 'overlapping';
}

async function takeRounds(lab: Lab, field: Field, hold: number): Promise<readonly Pair[]> {
  await field.each(field.all, ({ server }) => warmUp(lab, server));
  const all = field.all.map(({ approach, server }) => ({
    approach,
    server,
    traces: [] as Trace[],
    held: [] as number[],
    short: [] as number[],
  }));
  for (let round = 0; round < lab.pick(rounds); round++) {
    await field.each(all, async ({ approach, server, traces, held, short }) => {
      const { clock, visits, total } = await clientsTogether(lab, server, { clients: 2, hold });
      if (logsEvents(approach)) await server.untilEnded(clock, visits.length);
      traces.push(server.trace(clock, visits));
      held.push(total);
      short.push(await shortTotal(lab, server));
    });
  }
  return field.standing(all).map(({ approach, traces, held, short }) => ({
    approach: knownOf(approach),
    traces,
    held,
    short,
    most: logsEvents(approach) ? Math.max(...traces.map(({ events }) => mostAtOnce(servedIntervals(events)))) : undefined,
    overlap: spread(traces.map(overlapOf), 'ms'),
  }));
}

/** The median of some pairs of clients that leave as soon as they are answered, ms. */
async function shortTotal(lab: Lab, server: LabServer): Promise<number> {
  const totals = await lab.repeat(shortVisits, async () => (await clientsTogether(lab, server, { clients: 2, hold: 0 })).total);
  return median(totals);
}

/** For how long both were between their first byte and their FIN; 0 where one came after the other. */
function overlapOf({ clients }: Trace): number {
  const from = Math.max(...clients.map(({ firstByte = NaN }) => firstByte));
  const to = Math.min(...clients.map(({ ended = NaN }) => ended));
  return Math.max(0, to - from);
}

function noneConcurrent([first]: readonly Fallen[]): ExperimentError {
  const none = statement({
    en: 'no concurrent server was left to hold against the serial one:',
    'pt-BR': 'não restou servidor concorrente para comparar com o serial:',
  });
  return new ExperimentError(joined([none, first?.reason]));
}
