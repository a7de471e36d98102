import { clause } from '../clause.ts';
import { memoryOf } from '../process-tree.ts';
import { within } from '../within.ts';
import { answersAnother, demand } from './support.ts';

const tooLong = (limit: number): string => `Error: message is longer than ${limit} bytes\n`;

export const limitClauses = [
  clause({
    id: 'limit/exactly-is-answered',
    title: 'A line of just --max-message-bytes is answered, a CR counted, the LF not',
    rule: 'fault 6',
    framing: 'line',
    async run(subject) {
      const { maxMessageBytes } = subject.promises;
      const peer = await subject.connect();
      void peer.say('x'.repeat(maxMessageBytes));
      await peer.hear('x'.repeat(maxMessageBytes));
      void peer.say(`${'y'.repeat(maxMessageBytes - 1)}\r`);
      await peer.hear(`${'y'.repeat(maxMessageBytes - 1)}\r`);
    },
  }),
  clause({
    id: 'limit/one-over-is-error',
    title: 'A line of one byte more gets the `Error:` line and the close',
    rule: 'protocol: framing',
    framing: 'line',
    async run(subject) {
      const { maxMessageBytes } = subject.promises;
      const peer = await subject.connect();
      void peer.say('x'.repeat(maxMessageBytes + 1));
      await peer.expectLast(tooLong(maxMessageBytes));
      const other = await subject.connect();
      void other.say(`${'x'.repeat(maxMessageBytes)}\r`);
      await other.expectLast(tooLong(maxMessageBytes));
    },
  }),
  clause({
    id: 'limit/counts-bytes',
    title: 'The limit counts bytes, not characters',
    rule: 'protocol: framing',
    framing: 'line',
    async run(subject) {
      const { maxMessageBytes } = subject.promises;
      const peer = await subject.connect();
      void peer.say('é'.repeat(Math.floor(maxMessageBytes / 2) + 1));
      await peer.expectLast(tooLong(maxMessageBytes));
    },
  }),
  clause({
    id: 'limit/at-once',
    title: 'The `Error:` line comes as soon as the limit is passed, not when the LF comes',
    rule: 'protocol: framing',
    framing: 'line',
    async run(subject) {
      const { maxMessageBytes } = subject.promises;
      const peer = await subject.connect();
      void peer.send('x'.repeat(maxMessageBytes + 1));
      await peer.expectLast(tooLong(maxMessageBytes));
    },
  }),
  clause({
    id: 'limit/earlier-are-answered',
    title: 'The messages before one that is too long are answered',
    rule: 'protocol: framing',
    framing: 'line',
    async run(subject) {
      const { maxMessageBytes } = subject.promises;
      const peer = await subject.connect();
      void peer.send(`one\ntwo\n${'x'.repeat(maxMessageBytes + 1)}`);
      await peer.expectLast(`Echo: one\nEcho: two\n${tooLong(maxMessageBytes)}`);
    },
  }),
  clause({
    id: 'limit/flag',
    title: '--max-message-bytes sets the limit, and the `Error:` line names it',
    rule: 'protocol: framing',
    framing: 'line',
    flags: ['--max-message-bytes', '10'],
    async run(subject) {
      const peer = await subject.connect();
      await peer.exchange('0123456789');
      await peer.send('0123456789a');
      await peer.expectLast(tooLong(10));
    },
  }),
  clause({
    id: 'limit/memory-flat',
    title: '100 MB without an LF cost no memory: they are thrown away, and the sender is closed',
    rule: 'fault 6',
    framing: 'line',
    needs: ['start'],
    async run(subject) {
      const server = await subject.server();
      await answersAnother(subject);
      const before = memoryOf(server.pids);
      const peer = await subject.connect();
      const block = Buffer.alloc(1_000_000, 'x');
      let most = 0;
      for (let sent = 0; sent < 100 && peer.ending !== 'reset' && most < 80e6; sent++) {
        const late = (): Error => peer.failure('the server to take it or to let go');
        await within(peer.send(block), subject.patience, late);
        if (sent % 10 === 0) most = Math.max(most, memoryOf(server.pids) - before);
      }
      peer.destroy();
      await answersAnother(subject);
      const megabytes = Math.round(Math.max(most, memoryOf(server.pids) - before) / 1e6);
      demand(megabytes < 80, 'sent up to 100 MB without an LF', 'under 80 MB more memory', `it took ${megabytes} MB`);
    },
  }),
];
