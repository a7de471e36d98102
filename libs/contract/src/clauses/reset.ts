import { clausesOf } from '../clause.ts';
import { answeredClient, answersAnother, comeAndGoSilently, expectReplies, pause, sendingClient, takesLeave } from './support.ts';

export const resetClauses = clausesOf({ rule: 'fault 12' }, [
  {
    id: 'reset/before-any-message',
    level: 'robust',
    title: 'Clients that connect and close, or reset as a port scan does, harm nobody',
    rule: 'fault 1',
    async run(subject) {
      await comeAndGoSilently(subject, 30);
      await answersAnother(subject);
    },
  },
  {
    id: 'reset/in-the-middle-of-a-message',
    level: 'robust',
    title: 'A reset in the middle of a message ends that connection alone',
    framing: 'line',
    async run(subject) {
      for (let round = 0; round < 10; round++) {
        const peer = await sendingClient(subject, 'whole\nunfini');
        await peer.expect('Echo: whole\n');
        peer.reset();
      }
      await answersAnother(subject);
    },
  },
  {
    id: 'reset/after-a-message',
    level: 'robust',
    title: 'A reset after a message, before or after its reply, ends that connection alone',
    async run(subject) {
      for (let round = 0; round < 10; round++) {
        const peer = await subject.connect();
        await peer.say('hello');
        if (round % 2 === 0) await peer.hear('hello');
        peer.reset();
      }
      await takesLeave(await answeredClient(subject, 'hello')); // The same: whose bytes they are is another clause's matter.
    },
  },
  {
    id: 'reset/others-live-on',
    level: 'robust',
    title: 'When one client resets, those already connected are answered as before',
    rule: 'protocol: framing',
    serves: 'overlapping',
    async run(subject) {
      const others = await subject.connectMany(8);
      const peers = await subject.connectMany(8);
      for (const peer of peers) {
        await peer.exchange('hello');
        void peer.send('hello');
        peer.reset();
      }
      // All say the same: whose bytes they are is another clause's matter.
      await Promise.all(others.map((other) => other.exchange('hello')));
    },
  },
  {
    id: 'reset/with-replies-unread',
    level: 'robust',
    title: 'A reset by a client that has not read its replies harms nobody',
    quiet: true,
    async run(subject) {
      for (let round = 0; round < 3; round++) {
        const peer = await subject.connect({ paused: true });
        const sent = peer.send('x\n'.repeat(3_000_000));
        await Promise.race([sent, pause(100)]);
        peer.reset();
      }
      await answersAnother(subject);
    },
  },
  {
    id: 'foreign/http-request',
    level: 'robust',
    title: 'An HTTP request is text like any other',
    rule: 'fault 8',
    async run(subject) {
      const peer = await subject.connect();
      const lines = ['GET / HTTP/1.1\r\n', 'Host: localhost\r\n', '\r\n'];
      await peer.send(lines.join(''));
      await expectReplies(subject, peer, lines);
      peer.destroy();
      await answersAnother(subject);
    },
  },
  {
    id: 'foreign/tls-hello',
    level: 'echo-lab',
    title: 'A TLS hello gets the `Error:` line and the close, or waits for its LF; nobody is harmed',
    rule: 'fault 8',
    async run(subject) {
      const peer = await subject.connect();
      const hello = '1603010200010001fc0303ffd8a7c5b2e1904f7d6c3b2a19080706050403020100fffefdfcfbfaf9f8f7f6f5f4f3f2f1';
      await peer.send(Buffer.from(hello, 'hex'));
      peer.end();
      const came = await peer.untilClosed();
      if (!came.toString().startsWith('Error: ') || !came.toString().endsWith('\n')) throw peer.failure('an `Error:` line');
      await answersAnother(subject);
    },
  },
]);
