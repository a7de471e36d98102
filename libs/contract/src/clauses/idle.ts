import { clause } from '../clause.ts';
import type { Peer } from '../peer.ts';
import { answersAnother, demand, pause, workModule } from './support.ts';

/** The time-out in these clauses, ms: short, but longer than a busy machine keeps a process from running. */
const timeout = 900;
const flags = ['--idle-timeout', `${timeout}ms`, '--log-level', 'warn'];

/** Sends a message now and then, for longer than the time-out. */
async function keepTalking(peer: Peer, rounds = 9): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await peer.exchange(`round ${round}`);
    await pause(timeout / 6);
  }
}

export const idleClauses = [
  clause({
    id: 'idle/silent-is-closed',
    title: 'With --idle-timeout, a client that sends nothing is closed, not before its time',
    rule: 'protocol: waiting and refusing',
    framing: 'line',
    flags,
    async run(subject) {
      const start = performance.now();
      const peer = await subject.connect();
      await peer.untilClosed();
      const after = Math.round(performance.now() - start);
      demand(after > timeout * 0.9, 'connected and sent nothing', `to be left alone for ${timeout} ms`, `the end came after ${after} ms`);
    },
  }),
  clause({
    id: 'idle/after-a-message-is-closed',
    title: 'A client that falls silent after a message is closed',
    rule: 'protocol: waiting and refusing',
    framing: 'line',
    flags,
    async run(subject) {
      const peer = await subject.connect();
      await peer.exchange('last words');
      await peer.untilClosed();
    },
  }),
  clause({
    id: 'idle/dripping-is-closed',
    title: 'Bytes that drip without ever ending a message do not renew the time',
    rule: 'fault 9',
    framing: 'line',
    flags,
    async run(subject) {
      const peer = await subject.connect();
      const drip = setInterval(() => void peer.send('.'), timeout / 12);
      try {
        await peer.untilClosed();
      } finally {
        clearInterval(drip);
      }
    },
  }),
  clause({
    id: 'idle/messages-renew',
    title: 'A client that completes a message now and then is not closed',
    rule: 'protocol: waiting and refusing',
    framing: 'line',
    flags,
    async run(subject) {
      const peer = await subject.connect();
      await keepTalking(peer);
    },
  }),
  clause({
    id: 'idle/stands-still-during-work',
    title: 'The time stands still while a message is worked on, and starts anew after it',
    rule: 'protocol: waiting and refusing',
    framing: 'line',
    flags: [...flags, '--work', workModule('work-by-message.ts')],
    async run(subject) {
      const peer = await subject.connect();
      await peer.exchange(`wait ${2.5 * timeout}`);
      await peer.exchange('quick');
      await peer.untilClosed();
    },
  }),
  clause({
    id: 'idle/unread-replies-do-not-stop-it',
    title: 'A client that does not read its replies is closed, too',
    rule: 'protocol: waiting and refusing',
    framing: 'line',
    flags,
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
  }),
  clause({
    id: 'idle/waiting-does-not-count',
    title: 'The time that a client spends waiting for its turn does not count',
    rule: 'protocol: waiting and refusing',
    framing: 'line',
    serves: 'serial',
    flags,
    async run(subject) {
      const [first, second] = await subject.connectMany(2);
      if (first === undefined || second === undefined) return;
      await keepTalking(first);
      first.end();
      await first.expectFin();
      await second.exchange('at last');
    },
  }),
  clause({
    id: 'idle/no-mass-time-out',
    title: 'After SIGSTOP and SIGCONT, clients that sent in the meantime are answered, not timed out',
    rule: 'fault 24',
    framing: 'line',
    needs: ['start', 'signal'],
    flags,
    async run(subject) {
      const server = await subject.server();
      const peers = await subject.connectMany(subject.promises.serves === 'serial' ? 1 : 12);
      for (const peer of peers) await peer.exchange('before');
      server.signalEach('SIGSTOP');
      await pause(2.5 * timeout);
      for (const peer of peers) await peer.say('while you slept');
      server.signalEach('SIGCONT');
      for (const peer of peers) await peer.hear('while you slept');
      for (const peer of peers) peer.destroy();
      await answersAnother(subject);
    },
  }),
];
