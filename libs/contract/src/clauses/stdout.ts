import { closeSync, openSync } from 'node:fs';
import { clausesOf } from '../clause.ts';
import { NotTried } from '../not-tried.ts';
import type { Peer } from '../peer.ts';
import type { Subject } from '../subject.ts';
import { demand, eventually, takesLeave } from './support.ts';

const flags = ['--log-level', 'debug'];

/** Sends so many lines and reads the replies: each message is a line of the log or more. */
async function chatter(peer: Peer, count: number): Promise<void> {
  const lines = `${'chatter '.repeat(12)}\n`.repeat(count);
  void peer.send(lines);
  await peer.expect(lines.replaceAll(/^(?=.)/gm, 'Echo: '));
}

async function muchChatter(subject: Subject): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const peer = await subject.connect();
    await chatter(peer, 300);
    await takesLeave(peer);
  }
}

export const stdoutClauses = clausesOf({ level: 'echo-lab', rule: 'fault 27', framing: 'line', flags, needs: ['start'] }, [
  {
    id: 'stdout/closed',
    title: {
      en: 'With its stdout closed it goes on serving',
      'pt-BR': 'Com o stdout fechado, continua atendendo',
    },
    async run(subject) {
      const server = await subject.server();
      server.stdout.close();
      await muchChatter(subject);
      demand(server.running, 'closed its stdout', 'it to go on', 'it ended');
    },
  },
  {
    id: 'stdout/nobody-reads',
    title: {
      en: 'With a stdout that nobody reads it goes on serving',
      'pt-BR': 'Com um stdout que ninguém lê, continua atendendo',
    },
    async run(subject) {
      const server = await subject.server();
      server.stdout.pause();
      await muchChatter(subject);
    },
  },
  {
    id: 'stdout/disk-full',
    title: {
      en: 'With its stdout on a full disk it goes on serving',
      'pt-BR': 'Com o stdout em um disco cheio, continua atendendo',
    },
    async run(subject) {
      const full = openFull();
      try {
        const server = await (await subject.launch({ stdout: full })).ready();
        const peer = await server.connect();
        await chatter(peer, 2_000);
        peer.destroy();
        await eventually(() => server.running, 0, () => server.failure('it to go on', 'gave it /dev/full as stdout'));
      } finally {
        closeSync(full);
      }
    },
  },
]);

function openFull(): number {
  try {
    return openSync('/dev/full', 'w');
  } catch {
    throw new NotTried('this system has no /dev/full');
  }
}
