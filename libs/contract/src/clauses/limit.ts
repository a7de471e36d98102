import { clausesOf } from '../clause.ts';
import { memoryOf } from '../process-tree.ts';
import type { Subject } from '../subject.ts';
import { within } from '../within.ts';
import { answeredClient, answersAnother, demand, getsAtLast } from './support.ts';

const tooLong = (limit: number): string => `Error: message is longer than ${limit} bytes\n`;

/** A client that sends a message which is too long gets the replies to those before it, the `Error:` line and the close. */
function passesTheLimit(subject: Subject, messages: string, replies = ''): Promise<void> {
  return getsAtLast(subject, messages, replies + tooLong(subject.promises.maxMessageBytes));
}

export const limitClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: framing', framing: 'line' }, [
  {
    id: 'limit/exactly-is-answered',
    title: {
      en: 'A line of just --max-message-bytes is answered, a CR counted, the LF not',
      'pt-BR': 'Uma linha de exatamente --max-message-bytes é respondida; o CR conta, o LF não',
    },
    rule: 'fault 6',
    async run(subject) {
      const { maxMessageBytes } = subject.promises;
      const peer = await subject.connect();
      void peer.say('x'.repeat(maxMessageBytes));
      await peer.hear('x'.repeat(maxMessageBytes));
      void peer.say(`${'y'.repeat(maxMessageBytes - 1)}\r`);
      await peer.hear(`${'y'.repeat(maxMessageBytes - 1)}\r`);
    },
  },
  {
    id: 'limit/one-over-is-error',
    title: {
      en: 'A line of one byte more gets the `Error:` line and the close',
      'pt-BR': 'Uma linha com um byte a mais recebe a linha `Error:` e a conexão é fechada',
    },
    async run(subject) {
      const { maxMessageBytes } = subject.promises;
      await passesTheLimit(subject, `${'x'.repeat(maxMessageBytes + 1)}\n`);
      await passesTheLimit(subject, `${'x'.repeat(maxMessageBytes)}\r\n`);
    },
  },
  {
    id: 'limit/counts-bytes',
    title: {
      en: 'The limit counts bytes, not characters',
      'pt-BR': 'O limite conta bytes, não caracteres',
    },
    run: (subject) => passesTheLimit(subject, `${'é'.repeat(Math.floor(subject.promises.maxMessageBytes / 2) + 1)}\n`),
  },
  {
    id: 'limit/at-once',
    title: {
      en: 'The `Error:` line comes as soon as the limit is passed, not when the LF comes',
      'pt-BR': 'A linha `Error:` vem assim que o limite é ultrapassado, e não quando o LF chega',
    },
    run: (subject) => passesTheLimit(subject, 'x'.repeat(subject.promises.maxMessageBytes + 1)),
  },
  {
    id: 'limit/earlier-are-answered',
    title: {
      en: 'The messages before one that is too long are answered',
      'pt-BR': 'As mensagens antes de uma longa demais são respondidas',
    },
    async run(subject) {
      const messages = `one\ntwo\n${'x'.repeat(subject.promises.maxMessageBytes + 1)}`;
      await passesTheLimit(subject, messages, 'Echo: one\nEcho: two\n');
    },
  },
  {
    id: 'limit/flag',
    title: {
      en: '--max-message-bytes sets the limit, and the `Error:` line names it',
      'pt-BR': '--max-message-bytes define o limite, e a linha `Error:` o informa',
    },
    flags: ['--max-message-bytes', '10'],
    async run(subject) {
      const peer = await answeredClient(subject, '0123456789');
      await peer.send('0123456789a');
      await peer.expectLast(tooLong(10));
    },
  },
  {
    id: 'limit/memory-flat',
    title: {
      en: '100 MB without an LF cost no memory: they are thrown away, and the sender is closed',
      'pt-BR': '100 MB sem LF não custam memória: são jogados fora, e quem os envia é desconectado',
    },
    rule: 'fault 6',
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
  },
]);
