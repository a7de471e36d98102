import { figureOf, type Quantity, quantity, spread, statement, type Trace } from '#record';
import type { Approach } from '#approaches';
import { clientLabel } from '../../clients/client-label.ts';
import { Clock } from '../../running/clock.ts';
import { defineExperiment, type Judgement } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { requireOk } from '../../clients/require-ok.ts';
import { mostAtOnce, servedIntervals } from '../../findings/served-intervals.ts';
import { timelineOf } from '../../findings/timeline-of.ts';

const holds = { quick: [0, 200, 400], default: [0, 250, 500, 1_000], thorough: [0, 250, 500, 1_000, 2_000, 3_000] };
const repeats = { quick: 1, default: 2, thorough: 5 };

/** Two clients on the server that serves one at a time; the first holds its connection. */
export const part2 = defineExperiment<Waited>({
  id: 'part-2',
  title: { en: 'Part 2: two clients, one at a time', 'pt-BR': 'Parte 2: dois clientes, um por vez' },
  question: {
    en: 'While the first client keeps its connection, does the second one wait, where, and for how long?',
    'pt-BR': 'Enquanto o primeiro cliente mantém a conexão, o segundo espera? Onde, e por quanto tempo?',
  },
  claims: ['connect-blocks', 'waits-1-to-3-s', 'no-refusal', 'strictly-serial'],

  method: (lab) =>
    statement(
      {
        en: 'A first client is answered and then holds its connection for up to {hold}; when it has its reply, a second one connects and sends. Connecting, waiting and the first byte are timed apart, and set beside what the server logged.',
        'pt-BR':
          'Um primeiro cliente é respondido e mantém a conexão por até {hold}; quando ele tem a resposta, um segundo conecta e envia. Conexão, espera e primeiro byte são medidos à parte e comparados com o que o servidor registrou.',
      },
      { hold: quantity(Math.max(...lab.pick(holds)), 'ms') },
    ),

  unable: (lab) =>
    lab.serial === undefined
      ? { en: 'no server that serves one at a time was asked for', 'pt-BR': 'nenhum servidor que atende um por vez foi pedido' }
      : undefined,

  async measure(lab) {
    const serial = lab.serial as Approach;
    const steps = await lab.serve(serial, [], async (server) => {
      const all: Step[] = [];
      for (const hold of lab.pick(holds)) {
        const traces: Trace[] = [];
        for (let round = 0; round < lab.pick(repeats); round++) traces.push(await twoClients(lab, server, hold));
        all.push({ hold, traces });
      }
      return all;
    });
    return { server: serial.name, steps };
  },

  conclude({ server, steps }) {
    const longest = steps.at(-1) as Step;
    const trace = longest.traces[0] as Trace;
    const figures = {
      'second-client-wait': { [server]: waitOf(longest) },
      'second-client-connect': { [server]: connectOf(longest) },
    };
    const connect = figureOf('second-client-connect', figures['second-client-connect']);
    const wait = figureOf('second-client-wait', figures['second-client-wait']);
    const hold = quantity(longest.hold, 'ms');
    return {
      findings: {
        answer: statement(
          {
            en: 'Yes, but not in connect: the second client was connected after {connect} and then waited {wait} for its first byte, while the first one held its connection for {hold}.',
            'pt-BR':
              'Sim, mas não ao conectar: o segundo cliente conectou em {connect} e depois esperou {wait} pelo primeiro byte, enquanto o primeiro manteve a conexão por {hold}.',
          },
          { connect, wait, hold },
        ),
        notes: [
          statement({
            en: 'Node accepts at once, so the kernel’s queue stays empty: the client waits accepted and unread, in the server’s own line.',
            'pt-BR': 'O Node aceita de imediato, e a fila do kernel fica vazia: o cliente espera aceito e não lido, na fila do próprio servidor.',
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
            x: { label: { en: 'the first client holds', 'pt-BR': 'o primeiro cliente mantém' }, unit: 'ms' },
            y: { label: { en: 'the second one waits', 'pt-BR': 'o segundo espera' }, unit: 'ms' },
            series: [
              {
                label: { en: 'measured', 'pt-BR': 'medido' },
                server,
                points: steps.map((step) => ({ x: step.hold, ...pointOf(waitOf(step)) })),
              },
              {
                label: { en: 'the whole hold', 'pt-BR': 'todo o tempo mantido' },
                kind: 'predicted',
                points: steps.map((step) => ({ x: step.hold, y: step.hold })),
              },
            ],
          },
        ],
        tables: [
          {
            title: { en: `The second client on ${server}`, 'pt-BR': `O segundo cliente em ${server}` },
            columns: [
              { en: 'server', 'pt-BR': 'servidor' },
              { en: 'the first client holds', 'pt-BR': 'o primeiro cliente mantém' },
              { en: 'the second one connects in', 'pt-BR': 'o segundo conecta em' },
              { en: 'and waits', 'pt-BR': 'e espera' },
            ],
            rows: steps.map((step) => [server, quantity(step.hold, 'ms'), connectOf(step), waitOf(step)]),
          },
        ],
        traces: [trace],
        figures,
      },
      claims: judge(steps, { connect, wait, hold }),
    };
  },
});

/** What two clients saw, hold by hold, ascending. */
export interface Waited {
  readonly server: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly hold: number;
  readonly traces: readonly Trace[];
}

async function twoClients(lab: Lab, server: LabServer, hold: number): Promise<Trace> {
  const clock = new Clock();
  const first = lab.client(server, { label: clientLabel(1), clock, messages: ['Cliente 1'], hold });
  await first.replied;
  const second = lab.client(server, { label: clientLabel(2), clock, messages: ['Cliente 2'] });
  const visits = requireOk(server.name, await Promise.all([first.done, second.done]));
  await server.untilEnded(clock, visits.length);
  return server.trace(clock, visits);
}

function connectOf({ traces }: Step): Quantity {
  return spread(traces.map(({ clients: [, second] }) => (second?.connected ?? NaN) - (second?.started ?? NaN)), 'ms');
}

/** From sending to the first byte. */
function waitOf({ traces }: Step): Quantity {
  return spread(traces.map(({ clients: [, second] }) => (second?.firstByte ?? NaN) - (second?.sent ?? NaN)), 'ms');
}

function pointOf({ value, low, high }: Quantity): { y: number; low?: number; high?: number } {
  return { y: value, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

function judge(steps: readonly Step[], { connect, wait, hold }: Readonly<Record<'connect' | 'wait' | 'hold', Quantity>>): Judgement[] {
  const traces = steps.flatMap((step) => step.traces);
  const most = Math.max(...traces.map(({ events }) => mostAtOnce(servedIntervals(events))));
  const early = traces.every(({ clients: [first, second] }) => (second?.connected ?? NaN) <= (first?.closed ?? NaN));
  const least = waitOf(steps[0] as Step);
  // It waits for the first client, and for nothing else: a long hold is a long wait, and none is none.
  const follows = wait.value > hold.value / 2 && least.value < hold.value / 2;
  return [
    {
      id: 'connect-blocks',
      verdict: early ? 'does-not-hold' : 'holds',
      because: statement(
        {
          en: 'The second client connected in {connect} while the first was served; what took {wait} was the first byte.',
          'pt-BR': 'O segundo cliente conectou em {connect} enquanto o primeiro era atendido; o que levou {wait} foi o primeiro byte.',
        },
        { connect, wait },
      ),
    },
    {
      id: 'waits-1-to-3-s',
      verdict: follows ? 'holds-with-condition' : 'does-not-hold',
      because: statement(
        {
          en: 'It waits for what remains of the first client’s hold: {wait} with {hold}, {least} with none.',
          'pt-BR': 'Espera o que resta do tempo do primeiro cliente: {wait} com {hold}, {least} com nenhum.',
        },
        { wait, hold, least },
      ),
    },
    {
      id: 'no-refusal',
      verdict: 'holds', // One that was refused would have ended the experiment: see requireOk().
      because: statement(
        { en: 'All {clients} clients were answered.', 'pt-BR': 'Todos os {clients} clientes foram respondidos.' },
        { clients: quantity(traces.length * 2, 'count') },
      ),
    },
    {
      id: 'strictly-serial',
      verdict: most > 1 ? 'does-not-hold' : most === 1 ? 'holds' : 'undecided',
      because: statement(
        {
          en: 'By the server’s own events, the most connections being served at one moment were {most}.',
          'pt-BR': 'Pelos eventos do próprio servidor, o máximo de conexões em atendimento ao mesmo tempo foi {most}.',
        },
        { most: quantity(most, 'count') },
      ),
    },
  ];
}
