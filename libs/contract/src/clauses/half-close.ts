import { clausesOf } from '../clause.ts';
import { enoughToBeStuck, flood, numberedLines } from './flood.ts';
import { answeredClient, answersAnother, expectReplies, getsAtItsFin, repliesTo, takesLeave } from './support.ts';

export const halfCloseClauses = clausesOf({ rule: 'protocol: framing' }, [
  {
    id: 'half-close/answers-then-fin',
    level: 'robust',
    title: 'A client that sends FIN after its message gets the reply, then FIN',
    async run(subject) {
      const peer = await subject.connect();
      void peer.say('the last word');
      peer.end();
      await peer.hear('the last word');
      await peer.expectFin();
    },
  },
  {
    id: 'half-close/all-of-many',
    level: 'robust',
    title: 'Every message before the FIN is answered, then comes the FIN',
    rule: 'fault 10',
    framing: 'line',
    quiet: true,
    async run(subject) {
      const lines = Array.from({ length: 20_000 }, (_, index) => `message ${index}\n`);
      await getsAtItsFin(subject, lines.join(''), repliesTo(lines));
    },
  },
  {
    id: 'half-close/unfinished-line',
    level: 'echo-lab',
    title: 'An unfinished last line is answered at the FIN, without an LF, as it came',
    rule: 'fault 7',
    framing: 'line',
    async run(subject) {
      await getsAtItsFin(subject, 'whole\r\nunfinished', 'Echo: whole\r\nEcho: unfinished');
      await getsAtItsFin(subject, 'only a CR\r', 'Echo: only a CR\r');
    },
  },
  {
    id: 'half-close/nothing-added',
    level: 'robust',
    title: 'After a complete last line, or without any message, the FIN brings no reply',
    framing: 'line',
    async run(subject) {
      await getsAtItsFin(subject, 'complete\n', 'Echo: complete\n');
      const silent = await subject.connect();
      await takesLeave(silent);
    },
  },
  {
    id: 'half-close/after-a-reply',
    level: 'basic',
    title: 'A client that has its reply and then sends FIN gets FIN',
    async run(subject) {
      const peer = await answeredClient(subject, 'thanks');
      await takesLeave(peer);
    },
  },
  {
    id: 'half-close/slow-reader',
    level: 'robust',
    title: 'After the FIN of a client that reads late, every reply still arrives, then FIN',
    rule: 'fault 10',
    quiet: true,
    async run(subject) {
      const peer = await subject.connect({ paused: true });
      const { lines, next } = numberedLines();
      await flood(peer, next, enoughToBeStuck);
      peer.end();
      peer.read();
      await expectReplies(subject, peer, lines);
      await peer.expectFin();
    },
  },
  {
    id: 'half-close/work-pending',
    level: 'echo-lab',
    title: 'After the FIN, messages that are still being worked on are answered, then comes the FIN',
    rule: 'fault 10',
    framing: 'line',
    flags: ['--work', 'sleep:60ms'],
    async run(subject) {
      await getsAtItsFin(subject, 'one\ntwo\nthree\nfour', 'Echo: one\nEcho: two\nEcho: three\nEcho: four');
      await answersAnother(subject);
    },
  },
]);
