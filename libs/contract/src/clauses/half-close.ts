import { clausesOf } from '../clause.ts';
import { enoughToBeStuck, flood, numberedLines } from './flood.ts';
import { hints } from './hints.ts';
import { answeredClient, answersAnother, expectReplies, getsAtItsFin, repliesTo, takesLeave } from './support.ts';

export const halfCloseClauses = clausesOf({ rule: 'protocol: framing' }, [
  {
    id: 'half-close/answers-then-fin',
    level: 'robust',
    title: {
      en: 'A client that sends a message and closes its own side at once still gets the reply; only then does the server close',
      'pt-BR': 'Um cliente que envia uma mensagem e logo fecha o seu lado ainda recebe a resposta; só então o servidor fecha',
    },
    hint: hints.closesTooEarly,
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
    title: {
      en: 'A client that sends thousands of messages and closes its own side gets every reply before the server closes',
      'pt-BR': 'Um cliente que envia milhares de mensagens e fecha o seu lado recebe todas as respostas antes de o servidor fechar',
    },
    hint: hints.closesTooEarly,
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
    level: 'robust',
    title: {
      en: 'A last line without a line feed is answered when the client closes its own side, without one, as it came',
      'pt-BR': 'Uma última linha sem quebra de linha é respondida quando o cliente fecha o seu lado, sem ela, como chegou',
    },
    hint: hints.lastLine,
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
    title: {
      en: 'After the last complete line, or without any, the client’s close brings no further reply',
      'pt-BR': 'Depois da última linha completa, ou sem linha alguma, o fechamento do cliente não traz mais nenhuma resposta',
    },
    hint: hints.readOfNothing,
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
    title: {
      en: 'When a client that has its reply closes the connection, the server closes it, too',
      'pt-BR': 'Quando um cliente que já tem a sua resposta fecha a conexão, o servidor também a fecha',
    },
    hint: hints.readOfNothing,
    async run(subject) {
      const peer = await answeredClient(subject, 'thanks');
      await takesLeave(peer);
    },
  },
  {
    id: 'half-close/slow-reader',
    level: 'robust',
    title: {
      en: 'A client that closes its own side and reads late still gets every reply before the server closes',
      'pt-BR': 'Um cliente que fecha o seu lado e demora a ler ainda recebe todas as respostas antes de o servidor fechar',
    },
    hint: hints.closesTooEarly,
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
    title: {
      en: 'After the FIN, messages that are still being worked on are answered, then comes the FIN',
      'pt-BR': 'Depois do FIN do cliente, as mensagens ainda em processamento são respondidas, e só então vem o FIN do servidor',
    },
    rule: 'fault 10',
    framing: 'line',
    flags: ['--work', 'sleep:60ms'],
    async run(subject) {
      await getsAtItsFin(subject, 'one\ntwo\nthree\nfour', 'Echo: one\nEcho: two\nEcho: three\nEcho: four');
      await answersAnother(subject);
    },
  },
]);
