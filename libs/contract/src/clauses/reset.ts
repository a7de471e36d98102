import { clausesOf } from '../clause.ts';
import { hints } from './hints.ts';
import { answeredClient, answersAnother, comeAndGoSilently, expectReplies, pause, sendingClient, takesLeave } from './support.ts';

export const resetClauses = clausesOf({ rule: 'fault 12' }, [
  {
    id: 'reset/before-any-message',
    level: 'robust',
    title: {
      en: 'Clients that connect and leave at once, by a close or a reset, harm nobody',
      'pt-BR': 'Clientes que conectam e saem logo, por um fechamento ou um reset, não prejudicam ninguém',
    },
    hint: hints.uncaughtReset,
    rule: 'fault 1',
    async run(subject) {
      await comeAndGoSilently(subject, 30);
      await answersAnother(subject);
    },
  },
  {
    id: 'reset/in-the-middle-of-a-message',
    level: 'robust',
    title: {
      en: 'A reset in the middle of a message ends that connection alone',
      'pt-BR': 'Um reset no meio de uma mensagem encerra apenas aquela conexão',
    },
    hint: hints.uncaughtReset,
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
    title: {
      en: 'A reset after a message, before or after its reply, ends that connection alone',
      'pt-BR': 'Um reset depois de uma mensagem, antes ou depois da resposta, encerra apenas aquela conexão',
    },
    hint: hints.uncaughtReset,
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
    title: {
      en: 'When connections are reset, the clients already connected are answered as before',
      'pt-BR': 'Quando conexões sofrem um reset, os clientes já conectados recebem resposta como antes',
    },
    hint: hints.uncaughtReset,
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
    title: {
      en: 'A reset by a client that has not read its replies harms nobody',
      'pt-BR': 'Um reset de um cliente que não leu as suas respostas não prejudica ninguém',
    },
    hint: hints.uncaughtReset,
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
    title: {
      en: 'A browser’s request is text like any other, and is echoed',
      'pt-BR': 'A requisição de um navegador é um texto como qualquer outro, e é ecoada',
    },
    hint: hints.interpretsText,
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
    title: {
      en: 'A TLS hello gets the `Error:` line and the close, or waits for its LF; nobody is harmed',
      'pt-BR': 'Um ClientHello de TLS recebe a linha `Error:` e a conexão é fechada, ou fica à espera de um LF; ninguém é prejudicado',
    },
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
