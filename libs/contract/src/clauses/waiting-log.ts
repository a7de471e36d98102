import { clausesOf } from '../clause.ts';
import { addressOf, linesAbout, said } from './log-lines.ts';
import { answeredClient, demand, pause } from './support.ts';

const flags = ['--log-format', 'json'];

/** How long the first client keeps the others waiting, ms. */
const heldMs = 300;

/** What clocks may differ by that count in different units, ms. */
const tolerance = 1;

export const waitingLogClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: waiting', framing: 'line', flags, needs: ['start'] }, [
  {
    id: 'waiting/said-of-who-waits',
    title: {
      en: 'The log says of a client that waits for its turn that it does, and how many came before it',
      'pt-BR': 'O log informa que um cliente está esperando a vez e quantos chegaram antes dele',
    },
    serves: 'serial',
    async run(subject) {
      const server = await subject.server();
      const [first, ...others] = await subject.connectMany(4);
      await first?.exchange('first');
      for (const [index, other] of others.entries()) {
        const { ahead } = await said(server, addressOf(other), 'waiting', subject.patience);
        demand(ahead === index + 1, `let ${others.length} clients wait`, `${index + 1} ahead of that one`, `it says ${String(ahead)}`);
      }
    },
  },
  {
    id: 'waiting/as-long-as-the-client-saw',
    title: {
      en: 'How long a client waited is in the log as the client saw it',
      'pt-BR': 'O tempo que um cliente esperou aparece no log como o cliente o viu',
    },
    serves: 'serial',
    async run(subject) {
      const server = await subject.server();
      const first = await answeredClient(subject, 'first');
      const beforeConnect = performance.now();
      const second = await subject.connect();
      const client = addressOf(second);
      await second.say('second');
      await said(server, client, 'accepted', subject.patience);
      const afterAccept = performance.now();
      await pause(heldMs);
      const beforeItsTurn = performance.now();
      first.end();
      await second.hear('second');
      const afterReply = performance.now();

      const { waited } = await said(server, client, 'serving', subject.patience);
      const [least, most] = [beforeItsTurn - afterAccept, afterReply - beforeConnect];
      const holds = typeof waited === 'number' && waited >= least - tolerance && waited <= most + tolerance;
      const expected = `the log to say that it waited ${least.toFixed(1)} to ${most.toFixed(1)} ms`;
      demand(holds, `kept a client waiting for ${heldMs} ms`, expected, `it says ${String(waited)}`);
    },
  },
  {
    id: 'waiting/not-said-of-others',
    title: {
      en: 'The log says of no client that is served at once that it waited',
      'pt-BR': 'O log não informa espera de nenhum cliente que foi atendido na hora',
    },
    async run(subject) {
      const server = await subject.server();
      if (subject.promises.serves === 'overlapping') await subject.connectMany(3);
      const did = 'served clients at once';
      // A worker may accept a moment before it hears that it is to serve, and who comes then does wait.
      let unsaid = 0;
      for (let round = 0; round < 30 && unsaid < 5; round++) {
        const beforeConnect = performance.now();
        const peer = await subject.connect();
        const client = addressOf(peer);
        await peer.exchange('served at once');
        const most = performance.now() - beforeConnect + tolerance;
        peer.end();
        await said(server, client, 'ended', subject.patience);
        unsaid = linesAbout(server, client).some(({ event }) => event === 'waiting') ? 0 : unsaid + 1;
        const { waited } = await said(server, client, 'serving', subject.patience);
        const holds = typeof waited === 'number' && waited <= most;
        demand(holds, did, `the log to say that one waited ${most.toFixed(1)} ms at most`, `it says ${String(waited)}`);
      }
      demand(unsaid === 5, did, 'no word of the waiting of five in a row', 'there was, thirty times over');
    },
  },
]);
