import { closeSync, openSync } from 'node:fs';
import { clause } from '../clause.ts';
import { NotTried } from '../not-tried.ts';
import type { Subject } from '../subject.ts';
import { demand, eventually } from './support.ts';

/** Sends much and reads it: each message is a line of the log or more. */
async function chatter(subject: Subject): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const peer = await subject.connect();
    const lines = `${'chatter '.repeat(12)}\n`.repeat(300);
    void peer.send(lines);
    await peer.expect(lines.replaceAll(/^(?=.)/gm, 'Echo: '));
    peer.end();
    await peer.expectFin();
  }
}

export const stdoutClauses = [
  clause({
    id: 'stdout/closed',
    title: 'With its stdout closed it goes on serving',
    rule: 'fault 27',
    framing: 'line',
    needs: ['start'],
    flags: ['--log-level', 'debug'],
    async run(subject) {
      const server = await subject.server();
      server.stdout.close();
      await chatter(subject);
      demand(server.running, 'closed its stdout', 'it to go on', 'it ended');
    },
  }),
  clause({
    id: 'stdout/nobody-reads',
    title: 'With a stdout that nobody reads it goes on serving',
    rule: 'fault 27',
    framing: 'line',
    needs: ['start'],
    flags: ['--log-level', 'debug'],
    async run(subject) {
      const server = await subject.server();
      server.stdout.pause();
      await chatter(subject);
    },
  }),
  clause({
    id: 'stdout/disk-full',
    title: 'With its stdout on a full disk it goes on serving',
    rule: 'fault 27',
    framing: 'line',
    needs: ['start'],
    flags: ['--log-level', 'debug'],
    async run(subject) {
      const full = openFull();
      try {
        const server = await (await subject.launch({ stdout: full })).ready();
        const peer = await server.connect();
        const lines = `${'chatter '.repeat(12)}\n`.repeat(2_000);
        void peer.send(lines);
        await peer.expect(lines.replaceAll(/^(?=.)/gm, 'Echo: '));
        peer.destroy();
        await eventually(() => server.running, 0, () => server.failure('it to go on', 'gave it /dev/full as stdout'));
      } finally {
        closeSync(full);
      }
    },
  }),
];

function openFull(): number {
  try {
    return openSync('/dev/full', 'w');
  } catch {
    throw new NotTried('this system has no /dev/full');
  }
}
