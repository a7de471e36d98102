import { clausesOf } from '../clause.ts';
import type { Peer } from '../peer.ts';
import type { Subject } from '../subject.ts';
import { Pace } from './pace.ts';
import { demand, pause, takesLeave, workModule } from './support.ts';

/** The time-out in these clauses, ms: short, and whoever speaks in time learns from `Pace` whether it did. */
const timeout = 900;
const flags = ['--idle-timeout', `${timeout}ms`, '--log-level', 'warn'];

/** Sends a message now and then, for longer than the time-out. */
async function keepTalking(pace: Pace, peer: Peer, rounds = 9): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await pace.exchange(peer, `round ${round}`);
    await pause(timeout / 6);
  }
}

/** A clause in which clients keep their pace. */
const paced = (attempt: (pace: Pace) => Promise<void>) => (subject: Subject): Promise<void> => Pace.keep(subject, timeout, attempt);

export const idleClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: waiting and refusing', framing: 'line', flags }, [
  {
    id: 'idle/silent-is-closed',
    title: {
      en: 'With --idle-timeout, a client that sends nothing is closed, not before its time',
      'pt-BR': 'Com --idle-timeout, a conexão de um cliente que não envia nada é fechada, e não antes do tempo',
    },
    async run(subject) {
      const start = performance.now();
      const peer = await subject.connect();
      await peer.untilClosed();
      const after = Math.round(performance.now() - start);
      demand(after > timeout * 0.9, 'connected and sent nothing', `to be left alone for ${timeout} ms`, `the end came after ${after} ms`);
    },
  },
  {
    id: 'idle/after-a-message-is-closed',
    title: {
      en: 'A client that falls silent after a message is closed',
      'pt-BR': 'A conexão de um cliente que se cala depois de uma mensagem é fechada',
    },
    run: paced(async (pace) => {
      const peer = await pace.connect();
      await pace.exchange(peer, 'last words');
      await peer.untilClosed();
    }),
  },
  {
    id: 'idle/dripping-is-closed',
    title: {
      en: 'Bytes that drip without ever ending a message do not renew the time',
      'pt-BR': 'Bytes que chegam a conta-gotas, sem nunca terminar uma mensagem, não renovam o tempo',
    },
    rule: 'fault 9',
    run: paced(async (pace) => {
      const peer = await pace.connect();
      const drip = setInterval(() => {
        pace.look(peer);
        pace.start(peer);
        void peer.send('.');
      }, timeout / 12);
      try {
        await peer.untilClosed();
      } finally {
        clearInterval(drip);
      }
      pace.look(peer);
      demand(pace.kept, 'let bytes drip', 'never to be silent for long itself', 'it was, so that the close tells nothing');
    }),
  },
  {
    id: 'idle/messages-renew',
    title: {
      en: 'A client that completes a message now and then is not closed',
      'pt-BR': 'Um cliente que completa uma mensagem de vez em quando não perde a conexão',
    },
    run: paced(async (pace) => {
      await keepTalking(pace, await pace.connect());
    }),
  },
  {
    id: 'idle/stands-still-during-work',
    title: {
      en: 'The time stands still while a message is worked on, and starts anew after it',
      'pt-BR': 'O tempo não corre enquanto uma mensagem é processada, e recomeça depois dela',
    },
    flags: [...flags, '--work', workModule('work-by-message.ts')],
    run: paced(async (pace) => {
      const peer = await pace.connect();
      const [began, work] = [performance.now(), 2.5 * timeout];
      await peer.send(`wait 0\nwait ${work}\n`);
      await peer.hear('wait 0'); // It has read both.
      pace.standStill(peer);
      await peer.hear(`wait ${work}`);
      pace.start(peer, began + work);
      await pace.exchange(peer, 'quick');
      await peer.untilClosed();
    }),
  },
  {
    id: 'idle/unread-replies-do-not-stop-it',
    title: {
      en: 'A client that does not read its replies is closed, too',
      'pt-BR': 'A conexão de um cliente que não lê as suas respostas também é fechada',
    },
    async run(subject) {
      const peer = await subject.connect({ paused: true });
      void peer.send('x\n'.repeat(2_000_000));
      // Who does not read learns of the end only by sending.
      const drip = setInterval(() => void peer.send('x\n'), timeout / 6);
      try {
        await peer.expectGone('the end of the connection');
      } finally {
        clearInterval(drip);
      }
    },
  },
  {
    id: 'idle/waiting-does-not-count',
    title: {
      en: 'The time that a client spends waiting for its turn does not count',
      'pt-BR': 'O tempo que um cliente passa esperando a vez não conta',
    },
    serves: 'serial',
    run: paced(async (pace) => {
      const first = await pace.connect();
      const second = await pace.connect();
      pace.standStill(second);
      await keepTalking(pace, first);
      // It has no clock yet that could have run out, whoever was late.
      demand(second.ending === 'open', 'let a client wait for longer than the time-out', 'it to wait for its turn', 'it was let go of');
      pace.standStill(first);
      pace.start(second);
      await takesLeave(first);
      await pace.exchange(second, 'at last');
    }),
  },
  {
    id: 'idle/no-mass-time-out',
    title: {
      en: 'After SIGSTOP and SIGCONT, clients that sent in the meantime are answered, not timed out',
      'pt-BR': 'Depois de SIGSTOP e SIGCONT, os clientes que enviaram nesse meio-tempo recebem resposta, e não são desconectados por tempo',
    },
    rule: 'fault 24',
    needs: ['start', 'signal'],
    async run(subject) {
      const server = await subject.server();
      await Pace.keep(subject, timeout, async (pace) => {
        const peers: Peer[] = [];
        while (peers.length < (subject.promises.serves === 'serial' ? 1 : 12)) peers.push(await pace.connect());
        for (const peer of peers) await pace.exchange(peer, 'before');
        server.signalEach('SIGSTOP');
        for (const peer of peers) {
          pace.look(peer);
          pace.standStill(peer);
        }
        await pause(2.5 * timeout);
        for (const peer of peers) await peer.say('while you slept');
        server.signalEach('SIGCONT');
        for (const peer of peers) await peer.hear('while you slept');
        for (const peer of peers) peer.destroy();
        await pace.exchange(await pace.connect(), 'is anybody there?');
      });
    },
  },
]);
