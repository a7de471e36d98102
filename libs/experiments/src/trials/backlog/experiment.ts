import { setTimeout as pause } from 'node:timers/promises';
import type { Approach } from '#approaches';
import { kernelSetting } from '#machine';
import { type Quantity, quantity, said, type Statement, statement, type Trace } from '#record';
import type { Client } from '../../clients/client.ts';
import { Clock } from '../../running/clock.ts';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { pythonServers } from '../../running/python-servers.ts';
import { requireOk } from '../../clients/require-ok.ts';
import { timelineOf } from '../../findings/timeline-of.ts';
import { judgeBacklog, type Queue, queueOf } from './judge.ts';
import { backlogTable, placesOf, queueTable } from './tables.ts';

const holds = { quick: 600, default: 1_500, thorough: 3_500 };
const repeats = { quick: 1, default: 2, thorough: 3 };

/** The first, who holds; those that come while it does; one that comes when it has left. */
const clients = 6;

/** ms between those that come while the first one holds: enough for a certain order, little against a second. */
const apart = 60;

/** Clients on a server that blocks, and listens with a backlog of 1. */
export const backlog = defineExperiment({
  id: 'backlog',
  title: { en: 'A server that truly blocks, and its queue', 'pt-BR': 'Um servidor que bloqueia de verdade e sua fila' },
  question: {
    en: 'How many clients does listen(1) let wait while the server is busy, and what becomes of the next ones?',
    'pt-BR': 'Quantos clientes listen(1) deixa em espera enquanto o servidor está ocupado, e o que acontece com os demais?',
  },
  claims: ['backlog-one'],

  method: (lab) =>
    statement({
      en: 'A Python server listens with backlog {backlog}, accepts a client, serves it to its end and only then accepts the next. The first of {clients} clients holds its connection for {hold}; while it does, the others come, the last one when the first has left. The same clients then visit server-serial, with the same backlog.',
      'pt-BR':
        'Um servidor em Python escuta com backlog {backlog}, aceita um cliente, atende-o até o fim e só então aceita o próximo. O primeiro de {clients} clientes mantém a conexão por {hold}; enquanto isso chegam os outros, e o último vem quando o primeiro já saiu. Depois os mesmos clientes vão a server-serial, com o mesmo backlog.',
      figures: { backlog: quantity(1, 'count'), clients: quantity(clients, 'count'), hold: quantity(lab.pick(holds), 'ms') },
    }),

  unable: ({ python, serial }) =>
    python === undefined
      ? { en: 'there is no python3 for the server that blocks', 'pt-BR': 'não há python3 para o servidor que bloqueia' }
      : serial === undefined
        ? { en: 'no server that serves one at a time was asked for', 'pt-BR': 'nenhum servidor que atende um por vez foi pedido' }
        : undefined,

  async measure(lab) {
    const visits = (server: LabServer): Promise<Trace[]> => lab.repeat(repeats, () => visit(lab, server));
    const [blocking, serial] = await Promise.all([
      lab.serve(pythonServers.blocking, pythonServers.blocking.logFlags, visits),
      lab.serve(lab.serial as Approach, ['--backlog', '1'], visits),
    ]);
    return { blocking, serial, linear: kernelSetting('net/ipv4/tcp_syn_linear_timeouts'), linux: process.platform === 'linux' };
  },

  conclude({ blocking, serial, linear, linux }) {
    const traces = [blocking[0], serial[0]].filter((trace) => trace !== undefined);
    const queue = queueOf(blocking);
    const others = queueOf(serial);
    return {
      findings: {
        answer: answerOf(queue),
        notes: said([
          lastServed(blocking[0] as Trace),
          statement({
            en: 'On server-serial, {queued} of the {others} clients that came meanwhile connected at once, with the same backlog: Node accepts whatever comes, so its clients wait accepted, in the server’s own line and in order.',
            'pt-BR':
              'Em server-serial, {queued} dos {others} clientes que chegaram nesse meio-tempo conectaram de imediato, com o mesmo backlog: o Node aceita tudo o que chega, e os clientes esperam já aceitos, na fila do próprio servidor, por ordem de chegada.',
            figures: { queued: others.queued, others: quantity(clients - 2, 'count') },
          }),
          others.waited && cameLate(others.waited),
          ...(linux ? kernelNotes(linear) : []),
        ]),
        timelines: traces.map((trace) =>
          timelineOf(trace, {
            en: `Clients on ${trace.server}, --backlog 1`,
            'pt-BR': `Clientes em ${trace.server}, --backlog 1`,
          }),
        ),
        tables: [queueTable([blocking, serial]), backlogTable(traces)],
        traces,
      },
      claims: [judgeBacklog(queue)],
    };
  },
});

function answerOf({ queued, waited }: Queue): Statement {
  return waited === undefined
    ? statement({
        en: 'All {queued} clients that came while the server was busy were connected at once: this kernel’s queue held them.',
        'pt-BR': 'Todos os {queued} clientes que chegaram com o servidor ocupado conectaram de imediato: couberam na fila deste kernel.',
        figures: { queued },
      })
    : statement({
        en: 'It lets {queued} wait, connected but not accepted. The next ones are neither queued nor refused: the kernel drops their request, their own kernel sends it again, and connect takes {waited}.',
        'pt-BR':
          'Deixa {queued} em espera, conectados mas não aceitos. Os demais não entram na fila nem são recusados: o kernel descarta o pedido (SYN), o do cliente o retransmite, e conectar leva {waited}.',
        figures: { queued, waited },
      });
}

/** Whether the last to come overtook others, which waited in connect. */
function lastServed({ clients: all }: Trace): Statement | undefined {
  const place = placesOf(all).at(-1) ?? all.length;
  if (place === all.length) return undefined;
  return statement({
    en: 'Who waits in connect has no place in any line: the client that came last, as number {came}, was served as number {place}.',
    'pt-BR': 'Quem ainda está tentando conectar não tem lugar na fila: o cliente que chegou por último, o de número {came}, foi atendido na posição {place}.',
    figures: { came: quantity(all.length, 'count'), place: quantity(place, 'count') },
  });
}

/** Where the event loop of a Node server came too late to keep even its queue empty. */
function cameLate(waited: Quantity): Statement {
  return statement({
    en: 'The others’ connects took {waited} there: on a machine this busy, its event loop came so late that even its queue was full for a moment. A backlog of 1 suits no server.',
    'pt-BR':
      'Ali, os outros levaram {waited} para conectar: numa máquina tão ocupada, o event loop demorou tanto a aceitar que até a fila dele encheu por um momento. Um backlog de 1 não serve para servidor nenhum.',
    figures: { waited },
  });
}

function kernelNotes(linear: number | undefined): Statement[] {
  return [
    statement({
      en: 'Linux calls a queue full when it holds more than N connections (sk_acceptq_is_full(), include/net/sock.h): listen(N) holds N + 1.',
      'pt-BR': 'O Linux considera a fila cheia quando ela tem mais de N conexões (sk_acceptq_is_full(), include/net/sock.h): listen(N) comporta N + 1.',
    }),
    linear === undefined
      ? statement({
          en: 'A connect that gets no answer is tried again after 1 s (RFC 6298), and then each time after twice as long.',
          'pt-BR': 'Um pedido de conexão sem resposta é retransmitido após 1 s (RFC 6298); daí em diante, o intervalo dobra a cada tentativa.',
        })
      : statement({
          en: 'A connect that gets no answer is tried again after 1 s (RFC 6298). This kernel does so {linear} times at that pace (net.ipv4.tcp_syn_linear_timeouts), then each time after twice as long.',
          'pt-BR':
            'Um pedido de conexão sem resposta é retransmitido após 1 s (RFC 6298). Este kernel o faz {linear} vezes nesse ritmo (net.ipv4.tcp_syn_linear_timeouts); daí em diante, o intervalo dobra a cada tentativa.',
          figures: { linear: quantity(linear, 'count') },
        }),
  ];
}

async function visit(lab: Lab, server: LabServer): Promise<Trace> {
  const clock = new Clock();
  const come = (number: number, hold = 0): Client =>
    lab.client(server, { number, clock, messages: [`Cliente ${number}`], hold });
  const first = come(1, lab.pick(holds));
  await first.replied;
  const meanwhile: Client[] = [];
  const connected: Client[] = [];
  for (let number = 2; number < clients; number++) {
    const client = come(number);
    meanwhile.push(client);
    void client.connected.then(() => connected.push(client));
    await pause(apart);
  }
  await first.done;
  // So that the last one finds nobody in the queue.
  await Promise.all(connected.map(({ done }) => done));
  const last = come(clients);
  const all = await Promise.all([first, ...meanwhile, last].map(({ done }) => done));
  await server.untilEnded(clock, all.length);
  return server.trace(clock, requireOk(server.name, all));
}
