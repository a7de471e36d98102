import { clausesOf } from '../clause.ts';
import { hints } from './hints.ts';
import { getsJust, pause, repliesTo, sendingClient } from './support.ts';

export const lineClauses = clausesOf({ rule: 'protocol: framing', framing: 'line' }, [
  {
    id: 'line/split-anywhere',
    level: 'robust',
    title: {
      en: 'A line that comes in parts is one message, and is answered when its line feed has come',
      'pt-BR': 'Uma linha que chega em partes é uma só mensagem, respondida quando chega a sua quebra de linha',
    },
    hint: hints.readIsNoMessage,
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
    title: {
      en: 'Lines that come a byte at a time are answered as if they had come at once',
      'pt-BR': 'Linhas que chegam byte a byte são respondidas como se tivessem chegado de uma vez',
    },
    hint: hints.readIsNoMessage,
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
    title: {
      en: 'Thousands of lines that come at once are each answered, in order',
      'pt-BR': 'Milhares de linhas que chegam de uma vez são respondidas uma a uma, em ordem',
    },
    hint: hints.manyInARead,
    rule: 'fault 2',
    async run(subject) {
      const lines = Array.from({ length: 5_000 }, (_, index) => `${index}\n`);
      await getsJust(subject, lines.join(''), repliesTo(lines));
    },
  },
  {
    id: 'line/cr-belongs-to-message',
    level: 'robust',
    title: {
      en: 'A CR before the line feed belongs to the message, and the reply ends as the message did',
      'pt-BR': 'Um CR antes da quebra de linha faz parte da mensagem, e a resposta termina como ela',
    },
    hint: hints.stripsTheEnd,
    run: (subject) => getsJust(subject, 'with CR\r\nwithout\n\r\n', 'Echo: with CR\r\nEcho: without\nEcho: \r\n'),
  },
  {
    id: 'line/cr-lf-split',
    level: 'robust',
    title: {
      en: 'A CR and its line feed may come with different reads',
      'pt-BR': 'Um CR e a sua quebra de linha podem chegar em leituras diferentes',
    },
    hint: hints.stripsTheEnd,
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
    title: {
      en: 'Nothing but a line feed ends a line: not CR, VT, FF, NEL or the Unicode separators',
      'pt-BR': 'Só a quebra de linha (LF) termina uma linha: nem CR, VT, FF, NEL nem os separadores do Unicode',
    },
    hint: hints.splitsAtMore,
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
    title: {
      en: 'An empty line is a message, too',
      'pt-BR': 'Uma linha vazia também é uma mensagem',
    },
    hint: hints.emptyIsNoEnd,
    async run(subject) {
      const peer = await sendingClient(subject, '\n');
      await peer.expect('Echo: \n');
      await peer.exchange('still here');
    },
  },
  {
    id: 'line/only-newlines',
    level: 'robust',
    title: {
      en: 'Thousands of empty lines are each answered',
      'pt-BR': 'Milhares de linhas vazias são respondidas uma a uma',
    },
    hint: hints.emptyIsNoEnd,
    rule: 'fault 5',
    quiet: true,
    run: (subject) => getsJust(subject, '\n'.repeat(20_000), 'Echo: \n'.repeat(20_000)),
  },
  {
    id: 'order/hundred-thousand-in-flight',
    level: 'echo-lab',
    title: {
      en: '100,000 messages in flight on one connection are answered in order',
      'pt-BR': '100.000 mensagens pendentes em uma conexão são respondidas em ordem',
    },
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
