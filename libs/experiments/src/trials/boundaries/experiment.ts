import type { Approach } from '#approaches';
import { quantity, statement } from '#record';
import { contractBroken } from '../../running/contract-broken.ts';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { rawExchange } from '../../clients/raw-exchange.ts';
import { serveAll } from '../../running/serve-all.ts';
import { concludeBoundaries, longBytes } from './conclude.ts';
import { type Framing, prefix, type Tried } from './judge.ts';

const tries = { quick: 25, default: 50, thorough: 500 };
const longTries = { quick: 3, default: 5, thorough: 50 };

const framings = ['chunk', 'line'] as const satisfies readonly Framing[];

/** What TCP does to messages: it carries bytes in order, and where one message ends it does not know. */
export const boundaries = defineExperiment<readonly Tried[]>({
  id: 'boundaries',
  title: { en: 'Where a message ends', 'pt-BR': 'Onde uma mensagem termina' },
  question: {
    en: 'Is what was sent as one message answered as one message?',
    'pt-BR': 'O que foi enviado como uma mensagem é respondido como uma mensagem?',
  },
  claims: ['protocol-defined'],

  method(lab) {
    const [chunk = 0, line = 0] = framings.map((framing) => chosen(lab, framing).length);
    const shared =
      line < lab.approaches.length
        ? {
            en: '; the code that cuts lines is the same in all, so one of them stands for the others',
            'pt-BR': '; o código que separa as linhas é o mesmo em todos, e um deles vale pelos outros',
          }
        : { en: '', 'pt-BR': '' };
    return statement({
      en: `With each framing, a client sends “um” and “dois” one right after the other, without waiting, {tries} times, and then one message of {long}, {longTries} times. After each it sends FIN and reads until the server’s FIN, so that nothing that comes is missed. Each “Echo: ” in what came is a message that the server saw. Servers tried with framing chunk: {chunk}, with framing line: {line}${shared.en}.`,
      'pt-BR': `Com cada enquadramento, um cliente envia “um” e “dois” um logo após o outro, sem esperar, {tries} vezes, e depois uma só mensagem de {long}, {longTries} vezes. A cada tentativa ele envia FIN e lê até o FIN do servidor, para não perder nada. Cada “Echo: ” recebido é uma mensagem que o servidor viu. Servidores testados com o enquadramento chunk: {chunk}; com o enquadramento line: {line}${shared['pt-BR']}.`,
      figures: {
        tries: quantity(lab.pick(tries), 'count'),
        long: quantity(longBytes, 'bytes'),
        longTries: quantity(lab.pick(longTries), 'count'),
        chunk: quantity(chunk, 'count'),
        line: quantity(line, 'count'),
      },
    });
  },

  unable: (lab) =>
    lab.approaches.length === 0 ? { en: 'no server was asked for', 'pt-BR': 'nenhum servidor foi pedido' } : undefined,

  measure(lab) {
    const starts = framings.flatMap((framing) => {
      const flags = ['--framing', framing, '--max-message-bytes', String(longBytes), '--log-level', 'warn'];
      return chosen(lab, framing).map((approach) => ({ approach, flags, framing }));
    });
    return serveAll(lab, starts, (servers) =>
      Array.fromAsync(servers, ({ server, framing }) => tryFraming(lab, server, framing)),
    );
  },

  conclude: concludeBoundaries,
});

/** Framing is the runtime's, the same in all; only what chunk makes of two sends hangs on when a server gets to read. */
function chosen({ size, approaches, concurrent }: Lab, framing: Framing): readonly Approach[] {
  const one = (concurrent.length > 0 ? concurrent : approaches).slice(0, 1);
  return { quick: one, default: framing === 'chunk' ? approaches : one, thorough: approaches }[size];
}

async function tryFraming(lab: Lab, server: LabServer, framing: Framing): Promise<Tried> {
  const end = framing === 'line' ? '\n' : '';
  return {
    server: server.name,
    framing,
    quick: await lab.repeat(tries, () => checkedExchange(server, [`um${end}`, `dois${end}`])),
    long: await lab.repeat(longTries, () => checkedExchange(server, ['a'.repeat(longBytes - 1) + end])),
  };
}

/** However a server cuts what was sent, it has to give all of it back. */
async function checkedExchange({ name, address }: LabServer, writes: readonly string[]): Promise<string> {
  const reply = await rawExchange(address, writes);
  if (reply.startsWith(prefix) && reply.replaceAll(prefix, '') === writes.join('')) return reply;
  throw contractBroken(name, {
    en: `it did not give back what was sent, with “${prefix}” before each message`,
    'pt-BR': `não devolveu o que foi enviado, com “${prefix}” antes de cada mensagem`,
  });
}
