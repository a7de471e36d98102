import { clausesOf } from '../clause.ts';
import { getsJust, pause, repliesTo, sendingClient } from './support.ts';

export const lineClauses = clausesOf({ rule: 'protocol: framing', framing: 'line' }, [
  {
    id: 'line/split-anywhere',
    level: 'robust',
    title: 'A line that comes in parts is one message, and is answered when its LF has come',
    async run(subject) {
      for (const at of [1, 5, 9]) {
        const peer = await subject.connect();
        const line = 'split me!\n';
        await peer.send(`first\n${line.slice(0, at)}`);
        await peer.expect('Echo: first\n');
        await peer.send(line.slice(at));
        await peer.expect(`Echo: ${line}`);
        peer.destroy();
      }
    },
  },
  {
    id: 'line/byte-at-a-time',
    level: 'robust',
    title: 'Lines that come a byte at a time are answered as if they had come at once',
    rule: 'fault 2',
    async run(subject) {
      const peer = await subject.connect();
      const lines = ['one\n', 'dois é 😀\r\n', '\n'];
      for (const byte of Buffer.from(lines.join(''))) {
        await peer.send(Uint8Array.of(byte));
        await pause(1); // A read of its own for most of them.
      }
      await peer.expect(repliesTo(lines));
    },
  },
  {
    id: 'line/thousand-in-a-segment',
    level: 'robust',
    title: 'Thousands of lines that come at once are each answered, in order',
    rule: 'fault 2',
    async run(subject) {
      const lines = Array.from({ length: 5_000 }, (_, index) => `${index}\n`);
      await getsJust(subject, lines.join(''), repliesTo(lines));
    },
  },
  {
    id: 'line/cr-belongs-to-message',
    level: 'robust',
    title: 'A CR before LF belongs to the message, and the reply ends as the message did',
    run: (subject) => getsJust(subject, 'with CR\r\nwithout\n\r\n', 'Echo: with CR\r\nEcho: without\nEcho: \r\n'),
  },
  {
    id: 'line/cr-lf-split',
    level: 'robust',
    title: 'A CR and its LF may come in different reads',
    rule: 'fault 2',
    async run(subject) {
      const peer = await sendingClient(subject, 'first\nsecond\r');
      await peer.expect('Echo: first\n');
      await peer.send('\nthird\n');
      await peer.expect('Echo: second\r\nEcho: third\n');
    },
  },
  {
    id: 'line/only-lf-ends',
    level: 'robust',
    title: 'Nothing but LF ends a line: not CR, VT, FF, NEL or the Unicode separators',
    async run(subject) {
      const peer = await subject.connect();
      const line = 'a\rb\vc\fd\u0085e\u2028f\u2029g\u0000h\n';
      await peer.send(line);
      await peer.expect(`Echo: ${line}`);
      await peer.exchange('next');
    },
  },
  {
    id: 'line/empty-message',
    level: 'robust',
    title: 'An empty line is a message',
    async run(subject) {
      const peer = await sendingClient(subject, '\n');
      await peer.expect('Echo: \n');
      await peer.exchange('still here');
    },
  },
  {
    id: 'line/only-newlines',
    level: 'robust',
    title: 'A stream of nothing but newlines is answered, one reply each',
    rule: 'fault 5',
    quiet: true,
    run: (subject) => getsJust(subject, '\n'.repeat(20_000), 'Echo: \n'.repeat(20_000)),
  },
  {
    id: 'order/hundred-thousand-in-flight',
    level: 'echo-lab',
    title: '100,000 messages in flight on one connection are answered in order',
    rule: 'fault 14',
    quiet: true,
    async run(subject) {
      const peer = await subject.connect();
      const lines = Array.from({ length: 100_000 }, (_, index) => `${index}\n`);
      void peer.send(lines.join(''));
      await peer.expect(repliesTo(lines), 4 * subject.patience); // Each of them may be logged, too, where the log cannot be told.
    },
  },
]);
