import { quantity, statement, type Trace } from '#record';
import type { Approach } from '#approaches';
import { Clock } from '../../running/clock.ts';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { requireOk } from '../../clients/require-ok.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { pointOf, predictedBy } from '../../findings/series.ts';
import { tableOf } from '../../findings/table-of.ts';
import { timelineOf } from '../../findings/timeline-of.ts';
import { connectOf, judge, type Step, waitOf } from './judge.ts';

const holds = { quick: [0, 200, 400], default: [0, 250, 500, 1_000], thorough: [0, 250, 500, 1_000, 2_000, 3_000] };
const repeats = { quick: 1, default: 2, thorough: 5 };

/** Two clients on the server that serves one at a time; the first holds its connection. */
export const part2 = defineExperiment({
  id: 'part-2',
  title: { en: 'Part 2: two clients, one at a time', 'pt-BR': 'Parte 2: dois clientes, um por vez' },
  question: {
    en: 'While the first client keeps its connection, does the second one wait, where, and for how long?',
    'pt-BR': 'Enquanto o primeiro cliente mantém a conexão, o segundo espera? Onde, e por quanto tempo?',
  },
  claims: ['connect-blocks', 'waits-1-to-3-s', 'no-refusal', 'strictly-serial'],

  method: (lab) =>
    statement({
      en: 'A first client is answered and then holds its connection for up to {hold}; when it has its reply, a second one connects and sends. Connecting, waiting and the first byte are timed apart, and set beside what the server logged.',
      'pt-BR':
        'O primeiro cliente recebe a resposta e mantém a conexão por até {hold}; assim que ele a recebe, um segundo conecta e envia. Conexão, espera e primeiro byte são medidos separadamente e comparados com o log do servidor.',
      figures: { hold: quantity(Math.max(...lab.pick(holds)), 'ms') },
    }),

  unable: (lab) =>
    lab.serial === undefined
      ? { en: 'no server that serves one at a time was asked for', 'pt-BR': 'nenhum servidor que atende um por vez foi pedido' }
      : undefined,

  async measure(lab) {
    const serial = lab.serial as Approach;
    const steps = await lab.serve(serial, [], (server) =>
      Array.fromAsync(lab.pick(holds), async (hold) => ({
        hold,
        traces: await lab.repeat(repeats, () => twoClients(lab, server, hold)),
      })),
    );
    return { server: serial.name, steps };
  },

  conclude({ server, steps }) {
    const longest = steps.at(-1) as Step;
    const trace = longest.traces[0] as Trace;
    const figures = {
      'second-client-wait': { [server]: waitOf(longest) },
      'second-client-connect': { [server]: connectOf(longest) },
    };
    const connect = figureIn(figures, 'second-client-connect');
    const wait = figureIn(figures, 'second-client-wait');
    const hold = quantity(longest.hold, 'ms');
    return {
      findings: {
        answer: statement({
          en: 'Yes, but not in connect: the second client was connected after {connect} and then waited {wait} for its first byte, while the first one held its connection for {hold}.',
          'pt-BR':
            'Sim, mas não ao conectar: o segundo cliente conectou em {connect} e depois esperou {wait} pelo primeiro byte, enquanto o primeiro manteve a conexão por {hold}.',
          figures: { connect, wait, hold },
        }),
        notes: [
          statement({
            en: 'Node accepts at once, so the kernel’s queue stays empty: the client waits accepted and unread, in the server’s own line.',
            'pt-BR': 'O Node aceita de imediato, e a fila do kernel fica vazia: o cliente espera já aceito, sem que se leia o que enviou, na fila do próprio servidor.',
          }),
        ],
        timelines: [
          timelineOf(trace, { en: `Two clients on ${server}`, 'pt-BR': `Dois clientes em ${server}` }),
        ],
        charts: [
          {
            kind: 'curves',
            title: { en: 'The second client’s wait', 'pt-BR': 'A espera do segundo cliente' },
            description: {
              en: 'Wait of the second client for its first byte against the time for which the first one holds its connection.',
              'pt-BR': 'Espera do segundo cliente pelo primeiro byte em função do tempo pelo qual o primeiro mantém a conexão.',
            },
            x: { label: { en: 'the first client holds', 'pt-BR': 'tempo do primeiro cliente' }, unit: 'ms' },
            y: { label: { en: 'the second one waits', 'pt-BR': 'espera do segundo' }, unit: 'ms' },
            series: [
              {
                label: { en: 'measured', 'pt-BR': 'medido' },
                server,
                points: steps.map((step) => pointOf(step.hold, waitOf(step))),
              },
              predictedBy({ en: 'the whole hold', 'pt-BR': 'o tempo inteiro do primeiro' }, steps.map((step) => step.hold), (held) => held),
            ],
          },
        ],
        tables: [
          tableOf<Step>({ en: `The second client on ${server}`, 'pt-BR': `O segundo cliente em ${server}` }, steps, [
            { en: 'server', 'pt-BR': 'servidor', cell: () => server },
            { en: 'the first client holds', 'pt-BR': 'tempo do primeiro cliente', cell: (step) => quantity(step.hold, 'ms') },
            { en: 'the second one connects in', 'pt-BR': 'o segundo conecta em', cell: connectOf },
            { en: 'and waits', 'pt-BR': 'e espera por', cell: waitOf },
          ]),
        ],
        traces: [trace],
        figures,
      },
      claims: judge(steps, { connect, wait, hold }),
    };
  },
});

async function twoClients(lab: Lab, server: LabServer, hold: number): Promise<Trace> {
  const clock = new Clock();
  const first = lab.client(server, { number: 1, clock, messages: ['Cliente 1'], hold });
  await first.replied;
  const second = lab.client(server, { number: 2, clock, messages: ['Cliente 2'] });
  const visits = requireOk(server.name, await Promise.all([first.done, second.done]));
  await server.untilEnded(clock, visits.length);
  return server.trace(clock, visits);
}
