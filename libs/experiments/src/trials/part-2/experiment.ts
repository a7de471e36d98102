import { quantity, statement, type Trace } from '#record';
import { requireOk } from '../../clients/require-ok.ts';
import { Clock } from '../../running/clock.ts';
import { defineExperiment } from '../../running/experiment.ts';
import { type Lab, logsEvents, type Subject } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { pythonServers } from '../../running/python-servers.ts';
import { serveField } from '../../running/serve-field.ts';
import { concludeWaits, type SerialTried, type Waited } from './conclude.ts';

const holds = { quick: [0, 200, 400], default: [0, 250, 500, 1_000], thorough: [0, 250, 500, 1_000, 2_000, 3_000] };
const repeats = { quick: 1, default: 2, thorough: 5 };

/** Two clients on each server that serves one at a time; the first holds its connection. */
export const part2 = defineExperiment<SerialTried>({
  id: 'part-2',
  title: { en: 'Part 2: two clients, one at a time', 'pt-BR': 'Parte 2: dois clientes, um por vez' },
  question: {
    en: 'While the first client keeps its connection, does the second one wait, where, and for how long?',
    'pt-BR': 'Enquanto o primeiro cliente mantém a conexão, o segundo espera? Onde, e por quanto tempo?',
  },
  claims: ['connect-blocks', 'waits-1-to-3-s', 'no-refusal', 'strictly-serial'],

  method: (lab) =>
    statement({
      en: 'On each server that serves one at a time, a first client is answered and then holds its connection for up to {hold}; when it has its reply, a second one connects and sends. Connecting, waiting and the first byte are timed apart, and set beside what the server logged.',
      'pt-BR':
        'Em cada servidor que atende um por vez, o primeiro cliente recebe a resposta e mantém a conexão por até {hold}; assim que ele a recebe, um segundo conecta e envia. Conexão, espera e primeiro byte são medidos separadamente e comparados com o log do servidor.',
      figures: { hold: quantity(Math.max(...lab.pick(holds)), 'ms') },
    }),

  setsBeside: isSerial,

  unable: (lab) =>
    triedOf(lab).length === 0
      ? { en: 'no server that serves one at a time was asked for', 'pt-BR': 'nenhum servidor que atende um por vez foi pedido' }
      : undefined,

  measure(lab) {
    const starts = triedOf(lab).map((approach) => ({ approach, flags: 'logFlags' in approach ? approach.logFlags : [] }));
    return serveField(lab, starts, async (field) => {
      // They mostly wait, so that none disturbs another.
      const all = await field.together(field.all, async ({ approach, server }) => ({
        server: approach.name,
        waits: waitsOn(approach),
        steps: await Array.fromAsync(lab.pick(holds), async (hold) => ({
          hold,
          traces: await lab.repeat(repeats, () => twoClients(lab, server, hold, logsEvents(approach))),
        })),
      }));
      return { all, fallen: field.fallen };
    });
  },

  conclude: concludeWaits,
});

function isSerial({ serves }: Subject): boolean {
  return serves === 'serial';
}

function triedOf(lab: Lab): readonly Subject[] {
  return [...lab.servers, ...lab.inPython].filter(isSerial);
}

/** Of a stranger, nobody knows. */
function waitsOn(subject: Subject): Waited['waits'] {
  return 'main' in subject ? 'accepted' : subject === pythonServers.blocking ? 'queued' : undefined;
}

async function twoClients(lab: Lab, server: LabServer, hold: number, logs: boolean): Promise<Trace> {
  const clock = new Clock();
  const first = lab.client(server, { number: 1, clock, messages: ['Cliente 1'], hold });
  await first.replied;
  const second = lab.client(server, { number: 2, clock, messages: ['Cliente 2'] });
  const visits = requireOk(server.name, await Promise.all([first.done, second.done]));
  if (logs) await server.untilEnded(clock, visits.length);
  return server.trace(clock, visits);
}
