import { type Quantity, quantity, spread, statement, type Text, type Trace, type Visit } from '#record';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { runClientCommand } from './client-command.ts';
import { checkContract } from '../../running/check-contract.ts';
import { Clock } from '../../running/clock.ts';
import { contractBroken } from '../../running/contract-broken.ts';
import { defineExperiment } from '../../running/experiment.ts';
import { type Lab, logsEvents, type Subject } from '../../running/lab.ts';
import { requireOk } from '../../clients/require-ok.ts';
import type { Served } from '../../running/serve-all.ts';
import { serveField } from '../../running/serve-field.ts';
import { type Column, tableOf } from '../../findings/table-of.ts';
import { timelineOf } from '../../findings/timeline-of.ts';

const message = 'Cliente 1';
const visits = { quick: 5, default: 20, thorough: 100 };

/** One client on each server: what it gets, how its program ends, and whether the server is there for the next one. */
export const part1 = defineExperiment({
  id: 'part-1',
  title: { en: 'Part 1: one client', 'pt-BR': 'Parte 1: um cliente' },
  question: {
    en: 'Does a client that is alone get its reply and end well, and is the server ready for the next one?',
    'pt-BR': 'Um cliente sozinho recebe a resposta e termina bem? E o servidor fica pronto para o próximo?',
  },
  claims: [],

  method: (lab) =>
    statement({
      en: 'Each server is first held to the basic clauses of the contract, and to what it promises of its order. Then the client of the command line sends “Cliente 1”, and its reply and exit code are read. Then {visits} more clients come, each when the one before has left: they show that the server is still there, and their moments are timed.',
      'pt-BR':
        'Primeiro se verifica se cada servidor cumpre as cláusulas básicas do contrato e a ordem que promete. Em seguida, o cliente de linha de comando envia “Cliente 1”, e conferem-se a resposta e o código de saída. Depois vêm mais {visits} clientes, cada um quando o anterior já saiu: mostram que o servidor continua no ar, e seus tempos são medidos.',
      figures: { visits: quantity(lab.pick(visits), 'count') },
    }),

  unable: (lab) =>
    lab.servers.length === 0 ? { en: 'no server was asked for', 'pt-BR': 'nenhum servidor foi pedido' } : undefined,

  measure(lab) {
    const starts = lab.servers.map((approach) => ({ approach, flags: [] }));
    return serveField(lab, starts, async (field) => {
      const held = await field.together(field.all, (served) => heldToTheContract(lab, served));
      return { all: await field.each(held, (one) => oneAfterAnother(lab, one)), fallen: field.fallen };
    });
  },

  conclude({ all, fallen }) {
    const figures = {
      'one-client-connect': byServer(all, connectOf),
      'one-client-first-byte': byServer(all, firstByteOf),
      'one-client-total': byServer(all, totalOf),
    };
    return {
      fallen,
      findings: {
        answer: statement({
          ...(fallen.length === 0 ? everywhere : elsewhere),
          figures: {
            servers: quantity(all.length, 'count'),
            ...(fallen.length > 0 && { fallen: quantity(fallen.length, 'count') }),
            exit: quantity(0, 'count'),
            total: figureIn(figures, 'one-client-total'),
          },
        }),
        notes: [
          statement({
            en: 'Look at the two halves apart: connecting took {connect}; it is the kernel’s work and needs no line of the server’s code. The first byte took {firstByte} from sending; for that the server itself has to read and to write.',
            'pt-BR':
              'Observe as duas etapas em separado: conectar levou {connect}, e é trabalho do kernel, sem nenhuma linha do servidor. O primeiro byte veio {firstByte} após o envio, e para isso o próprio servidor precisa ler e escrever.',
            figures: {
              connect: figureIn(figures, 'one-client-connect'),
              firstByte: figureIn(figures, 'one-client-first-byte'),
            },
          }),
          statement({
            en: 'A single client cannot tell the models apart: nobody is there to wait. What differs shows from the second client on.',
            'pt-BR': 'Um único cliente não distingue os modelos: não há quem espere. A diferença aparece a partir do segundo cliente.',
          }),
        ],
        timelines: all.map(({ trace }) =>
          timelineOf(trace, { en: `One client on ${trace.server}`, 'pt-BR': `Um cliente em ${trace.server}` }),
        ),
        tables: [tableOf({ en: 'One client on each server', 'pt-BR': 'Um cliente em cada servidor' }, all, columns, fallen)],
        traces: all.map(({ trace }) => trace),
        figures,
      },
    };
  },
});

const everywhere = {
  en: 'Yes: on all servers tried, {servers} of them, the client read “Echo: Cliente 1” and ended with exit code {exit}, and every client after it was answered too. From the call to connect to the reply, a client took {total}.',
  'pt-BR':
    'Sim: em todos os servidores testados, {servers} ao todo, o cliente leu “Echo: Cliente 1” e terminou com código de saída {exit}, e todos os clientes seguintes também receberam resposta. Do início da conexão até a resposta, um cliente levou {total}.',
};

const elsewhere = {
  en: 'Not on all servers: {fallen} had to be taken out. On each of the others, {servers} of them, the client read “Echo: Cliente 1” and ended with exit code {exit}, and every client after it was answered too. From the call to connect to the reply, a client took {total}.',
  'pt-BR':
    'Não em todos os servidores: foram retirados {fallen}. Em cada um dos outros, {servers} ao todo, o cliente leu “Echo: Cliente 1” e terminou com código de saída {exit}, e todos os clientes seguintes também receberam resposta. Do início da conexão até a resposta, um cliente levou {total}.',
};

/** A server that is not up, or does not answer the next client, has another row: it was taken out. */
const columns: readonly Column<Alone>[] = [
  { en: 'server', 'pt-BR': 'servidor', cell: ({ approach }) => approach.name },
  { en: 'clauses kept', 'pt-BR': 'cláusulas cumpridas', cell: ({ clauses }) => quantity(clauses, 'count') },
  { en: 'reply', 'pt-BR': 'resposta', cell: ({ reply }) => reply },
  { en: 'exit code', 'pt-BR': 'código de saída', cell: () => quantity(0, 'count') },
  { en: 'connect', 'pt-BR': 'conexão', cell: connectOf },
  { en: 'first byte', 'pt-BR': 'primeiro byte', cell: firstByteOf },
  { en: 'total', 'pt-BR': 'total', cell: totalOf },
  {
    en: 'still up, and answers the next',
    'pt-BR': 'continua no ar e responde ao próximo',
    cell: () => ({ en: 'yes', 'pt-BR': 'sim' }),
  },
];

interface Held extends Served<Subject> {
  /** Of the contract; it kept all that were tried. */
  readonly clauses: number;
  /** What the client of the command line read; its exit code was 0. */
  readonly reply: string;
}

export interface Alone extends Pick<Held, 'clauses' | 'reply'> {
  readonly approach: { readonly name: string };
  readonly visits: readonly Visit[];
  /** Of the last of the visits. */
  readonly trace: Trace;
}

/** Nothing of this is timed. */
async function heldToTheContract(lab: Lab, { approach, server }: Served<Subject>): Promise<Held> {
  const clauses = lab.kept.get(server.name) ?? (await checkContract(server, approach.serves));
  const clock = new Clock();
  const { reply, complaint } = await runClientCommand(server.address, message, lab.signal);
  if (reply !== `Echo: ${message}`) throw contractBroken(server.name, clientGot(reply ?? complaint));
  if (logsEvents(approach)) await server.untilEnded(clock, 1);
  return { approach, server, clauses, reply };
}

async function oneAfterAnother(lab: Lab, { approach, server, clauses, reply }: Held): Promise<Alone> {
  lab.progress(server.name);
  const traces = await lab.repeat(visits, async () => {
    const clock = new Clock();
    const visit = await lab.client(server, { number: 1, clock, messages: [message] }).done;
    requireOk(server.name, [visit]);
    if (logsEvents(approach)) await server.untilEnded(clock, 1);
    return server.trace(clock, [visit]);
  });
  const all = traces.flatMap(({ clients }) => clients);
  return { approach: { name: server.name }, clauses, reply, visits: all, trace: traces.at(-1) as Trace };
}

function clientGot(what: string): Text {
  return { en: `the client got ${JSON.stringify(what)}`, 'pt-BR': `o cliente recebeu ${JSON.stringify(what)}` };
}

function connectOf({ visits: all }: Alone): Quantity {
  return spread(all.map(({ started, connected = NaN }) => connected - started), 'ms');
}

function firstByteOf({ visits: all }: Alone): Quantity {
  return spread(all.map(({ sent = NaN, firstByte = NaN }) => firstByte - sent), 'ms');
}

function totalOf({ visits: all }: Alone): Quantity {
  return spread(all.map(({ started, replied = NaN }) => replied - started), 'ms');
}
