import { quantity, spread, statement } from '#record';
import { clientsTogether, comeTogether } from '../../clients/clients-together.ts';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import type { Field } from '../../running/field.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { serveField } from '../../running/serve-field.ts';
import { warmUp } from '../../running/warm-up.ts';
import { concludeScaling, type Scaled } from './conclude.ts';
import { type Climbed, heldBack, type Step } from './judge.ts';

const counts = { quick: [1, 2, 4, 8, 16], default: [1, 2, 4, 8, 16, 32, 64], thorough: [1, 2, 4, 8, 16, 32, 64] };
const holds = { quick: 30, default: 100, thorough: 100 };
/** The serial server takes longest, and its total, N holds in a row, varies least. */
const repeats = { serial: { quick: 1, default: 1, thorough: 5 }, overlapping: { quick: 2, default: 2, thorough: 5 } };

/** N clients at the same time, N doubled again and again. */
export const scaling = defineExperiment<Scaled>({
  id: 'scaling',
  title: { en: 'N clients at the same time', 'pt-BR': 'N clientes ao mesmo tempo' },
  question: {
    en: 'How does the total time grow with the number of clients, and the gain of serving them side by side?',
    'pt-BR': 'Como cresce o tempo total com o número de clientes, e o ganho de atendê-los lado a lado?',
  },
  claims: ['exponential'],

  method: (lab) =>
    statement({
      en: 'From {fewest} to {most} clients connect at the same time; each is answered, holds its connection for {hold} and leaves. While the server that serves one at a time lets them through, the others take turns. The total runs from the first start to the last close; the gain is the serial server’s total divided by that of the concurrent one. A line and an exponential are fitted to the gain by least squares; R² is the share of its variance that a fit explains. Which of them describes it is decided by a forecast: both are fitted to the fewer clients alone, up to {known}, and must foretell the gain with {most}.',
      'pt-BR':
        'De {fewest} a {most} clientes conectam ao mesmo tempo; cada um recebe a resposta, mantém a conexão por {hold} e sai. Enquanto o servidor serial os atende um a um, os outros se revezam. O total vai do primeiro início ao último fechamento; o ganho é o total do servidor serial dividido pelo do concorrente. Ajustam-se ao ganho uma reta e uma exponencial por mínimos quadrados; R² é a parte da variância que o ajuste explica. Uma previsão decide qual delas o descreve: ajustadas só aos números menores de clientes, até {known}, as duas devem prever o ganho com {most}.',
      figures: {
        fewest: quantity(Math.min(...lab.pick(counts)), 'count'),
        known: quantity(Math.max(...lab.pick(counts).slice(0, -heldBack)), 'count'),
        most: quantity(Math.max(...lab.pick(counts)), 'count'),
        hold: quantity(lab.pick(holds), 'ms'),
      },
    }),

  unable: (lab) =>
    lab.servers.length === 0 ? { en: 'no server was asked for', 'pt-BR': 'nenhum servidor foi pedido' } : undefined,

  async measure(lab) {
    const starts = lab.servers.map((approach) => ({ approach, flags: [] }));
    return serveField(lab, starts, async (field) => ({
      hold: lab.pick(holds),
      all: await climb(lab, field),
      fallen: field.fallen,
    }));
  },

  conclude: concludeScaling,
});

/** What the clients of one step took on a server, round by round, ms. */
interface Totals {
  readonly server: LabServer;
  readonly totals: readonly number[];
}

async function climb(lab: Lab, field: Field): Promise<readonly Climbed[]> {
  await field.each(field.all, ({ server }) => warmUp(lab, server));
  const all = field.all.map(({ approach, server }) => ({ approach, server, steps: [] as Step[] }));
  for (const clients of lab.pick(counts)) {
    lab.progress(`N = ${clients}`);
    for (const { server, totals } of await totalsOf(lab, field, clients)) {
      all.find((one) => one.server === server)?.steps.push({ clients, totals, total: spread(totals, 'ms') });
    }
  }
  return field.standing(all).map(({ approach, steps }) => ({ approach, steps }));
}

/**
 * Lets so many clients come to each server again and again: to those that serve side by side in turns, and meanwhile to
 * the one that serves one at a time. While a client holds, that one does next to nothing, and to watch it would take most
 * of the run. Nobody else is tried before its clients are connected.
 *
 * @returns the totals of each server that still stands, ms
 */
async function totalsOf(lab: Lab, field: Field, clients: number): Promise<readonly Totals[]> {
  const together = { clients, hold: lab.pick(holds) };
  const all = field.standing(field.all).map((served) => ({ ...served, totals: [] as number[] }));
  const serial = all.filter(({ approach }) => approach.serves === 'serial');
  const others = all.filter(({ approach }) => approach.serves === 'overlapping');
  const first = serial.map((one) => ({ ...one, coming: comeTogether(lab, one.server, together) }));
  const oneAtATime = field.together(first, async ({ server, totals, coming }) => {
    totals.push((await coming.done).total);
    while (totals.length < lab.pick(repeats.serial)) totals.push((await clientsTogether(lab, server, together)).total);
  });
  const sideBySide = async (): Promise<void> => {
    await Promise.all(first.map(({ coming }) => coming.connected));
    for (let round = 0; round < lab.pick(repeats.overlapping); round++) {
      await field.each(others, async ({ server, totals }) => {
        totals.push((await clientsTogether(lab, server, together)).total);
      });
    }
  };
  await Promise.all([oneAtATime, sideBySide()]);
  return field.standing(all);
}
