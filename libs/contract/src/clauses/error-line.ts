import { clausesOf } from '../clause.ts';
import { answersAnother, getsAtLast, sendingClient } from './support.ts';

const bad = Buffer.from('\xff\n', 'latin1');
const line = 'Error: message is not valid UTF-8\n';

export const errorLineClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: framing' }, [
  {
    id: 'error/fin-follows',
    title: {
      en: 'After an `Error:` line the server sends FIN without waiting for the client',
      'pt-BR': 'Depois de uma linha `Error:` o servidor envia FIN sem esperar pelo cliente',
    },
    run: (subject) => getsAtLast(subject, bad, line),
  },
  {
    id: 'error/reaches-who-goes-on-sending',
    title: {
      en: 'A client that goes on sending while it reads gets the `Error:` line: no reset overtakes it',
      'pt-BR': 'Um cliente que continua enviando enquanto lê recebe a linha `Error:`: nenhum reset chega antes dela',
    },
    async run(subject) {
      for (let round = 0; round < 5; round++) {
        const peer = await sendingClient(subject, Buffer.concat([bad, Buffer.alloc(300_000, 'more\n')]));
        await peer.expectLast(line);
        peer.destroy();
      }
    },
  },
  {
    id: 'error/no-reply-after',
    title: {
      en: 'What comes after the message with the error is not answered',
      'pt-BR': 'O que vem depois da mensagem com erro não é respondido',
    },
    async run(subject) {
      const peer = await sendingClient(subject, bad);
      await peer.expect(line);
      await peer.say('are you there?');
      await peer.expectFin();
      peer.end();
    },
  },
  {
    id: 'error/lets-go-of-who-goes-on-sending',
    title: {
      en: 'A client that never stops sending after its `Error:` line is let go of after 1 s',
      'pt-BR': 'Um cliente que nunca para de enviar depois da sua linha `Error:` é desconectado após 1 s',
    },
    async run(subject) {
      const peer = await sendingClient(subject, bad);
      await peer.expectLast(line);
      const drip = setInterval(() => void peer.send('more\n'), 20);
      try {
        await peer.expectGone('a reset, since the server has destroyed its side');
      } finally {
        clearInterval(drip);
      }
      await answersAnother(subject);
    },
  },
]);
