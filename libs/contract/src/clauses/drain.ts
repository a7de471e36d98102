import { clausesOf } from '../clause.ts';
import type { Peer } from '../peer.ts';
import { atWork, drainsAtWork, endsWell, untilRefused, waits } from './draining.ts';
import { demand, sendingClient } from './support.ts';

/** Work that is not over before something else has happened, however busy the machine is; nobody waits for its end, ms. */
const longWork = 8_000;

export const drainClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: shutdown', framing: 'line', needs: ['start', 'signal'] }, [
  {
    id: 'drain/answers-what-was-read',
    title: {
      en: 'On SIGTERM, what was received is answered, then comes the FIN',
      'pt-BR': 'Com SIGTERM, o que foi recebido é respondido, e depois vem o FIN',
    },
    flags: waits,
    async run(subject) {
      await drainsAtWork(subject, 700, 'sent SIGTERM', (server) => {
        server.signal('SIGTERM');
      });
    },
  },
  {
    id: 'drain/unfinished-line-unanswered',
    title: {
      en: 'On SIGTERM, an unfinished line is not answered',
      'pt-BR': 'Com SIGTERM, uma linha inacabada não é respondida',
    },
    async run(subject) {
      const server = await subject.server();
      const peer = await sendingClient(subject, 'whole\nunfinished');
      await peer.expect('Echo: whole\n');
      server.signal('SIGTERM');
      await peer.expectFin();
      peer.end();
      await endsWell(server, 'sent SIGTERM');
    },
  },
  {
    id: 'drain/fin-to-all',
    title: {
      en: 'On SIGTERM every connection ends with FIN, and clients that never close do not keep the server',
      'pt-BR': 'Com SIGTERM todas as conexões terminam com FIN, e clientes que nunca fecham não seguram o servidor',
    },
    async run(subject) {
      const server = await subject.server();
      const peers = await subject.connectMany(subject.promises.serves === 'serial' ? 1 : 10);
      for (const peer of peers) await peer.exchange('hello');
      server.signal('SIGTERM');
      for (const peer of peers) await peer.expectFin();
      await endsWell(server, 'sent SIGTERM to a server with clients that never close', 8_000);
    },
  },
  {
    id: 'drain/refuses-new-clients',
    title: {
      en: 'From the signal on, a new client is refused by the kernel',
      'pt-BR': 'A partir do sinal, um cliente novo é recusado pelo kernel',
    },
    flags: waits,
    async run(subject) {
      const server = await subject.server();
      const idle = await subject.connect();
      if (subject.promises.serves === 'serial') idle.end();
      const peer = await atWork(subject, longWork);
      server.signal('SIGTERM');
      await idle.expectFin(); // It has obeyed.
      const refused = await untilRefused(server, subject.patience);
      demand(refused && peer.count === 'Echo: wait 0\n'.length, 'connected after SIGTERM', 'ECONNREFUSED', 'the connection was taken');
    },
  },
  {
    id: 'drain/timeout-destroys',
    title: {
      en: 'What is still open after --drain-timeout is destroyed, and the exit code is 0',
      'pt-BR': 'O que ainda está aberto depois de --drain-timeout é derrubado, e o código de saída é 0',
    },
    flags: [...waits, '--drain-timeout', '300ms'],
    async run(subject) {
      const server = await subject.server();
      const peer = await atWork(subject, 60_000);
      server.signal('SIGTERM');
      const came = await peer.untilClosed();
      demand(came.length === 0, 'sent SIGTERM during long work', 'no reply', 'one came');
      await endsWell(server, 'sent SIGTERM during long work');
    },
  },
  {
    id: 'drain/waiting-closed-at-once',
    title: {
      en: 'On SIGTERM, a client that waits for its turn is closed at once',
      'pt-BR': 'Com SIGTERM, a conexão de um cliente que espera a vez é fechada na hora',
    },
    serves: 'serial',
    flags: waits,
    async run(subject) {
      const server = await subject.server();
      const peer = await atWork(subject, longWork);
      const waiting = await subject.connect();
      await waiting.say('my turn?');
      server.signal('SIGTERM');
      await waiting.untilClosed();
      demand(waiting.count === 0 && peer.count === 'Echo: wait 0\n'.length, 'sent SIGTERM', 'the waiting client to be closed first', 'it was not');
    },
  },
  {
    id: 'drain/under-load',
    title: {
      en: 'SIGTERM under load: each client gets whole replies, in order, then FIN',
      'pt-BR': 'SIGTERM sob carga: cada cliente recebe respostas inteiras, em ordem, e depois o FIN',
    },
    rule: 'fault 23',
    async run(subject) {
      const server = await subject.server();
      const peers = await subject.connectMany(subject.promises.serves === 'serial' ? 1 : 10);
      const lines = Array.from({ length: 200 }, (_, index) => `${index}\n`).join('');
      const replies = lines.replaceAll(/^(?=.)/gm, 'Echo: ');
      let rounds = 0;
      const talk = async (peer: Peer): Promise<void> => {
        while (peer.ending === 'open') {
          await peer.send(lines);
          await peer.until(() => peer.pending.length >= replies.length || peer.ending !== 'open', 'replies');
          const came = peer.pending.toString();
          const right = replies.startsWith(came) && (came === '' || came.endsWith('\n'));
          if (came.length >= replies.length) await peer.expect(replies);
          else if (right) await peer.expectLast(came);
          else throw peer.failure('whole replies, then FIN');
          if (++rounds === 30) server.signal('SIGTERM');
        }
        peer.end();
      };
      await Promise.all(peers.map(talk));
      await endsWell(server, 'sent SIGTERM under load');
    },
  },
]);
