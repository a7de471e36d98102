import { clausesOf } from '../clause.ts';
import { joined, type Words } from '../words.ts';
import { Dialogue } from './dialogue.ts';
import { hints } from './hints.ts';
import { answeredClient, answersAnother, expectCarried, sendingClient, takesLeave, wholeAndInOrder } from './support.ts';

export const echoClauses = clausesOf({ rule: 'protocol' }, [
  {
    id: 'echo/answers',
    level: 'basic',
    title: {
      en: 'A message is answered with `Echo: ` and the message',
      'pt-BR': 'Uma mensagem é respondida com `Echo: ` e a mensagem',
    },
    hint: hints.notTheReply,
    async run(subject) {
      await answeredClient(subject, 'Teste Parte 1');
    },
  },
  {
    id: 'echo/answers-each-in-turn',
    level: 'basic',
    title: {
      en: 'Several messages on one connection are answered, each in its turn',
      'pt-BR': 'Várias mensagens em uma conexão são respondidas, cada uma em sua vez',
    },
    hint: hints.oneMessageOnly,
    async run(subject) {
      const peer = await subject.connect();
      for (let number = 1; number <= 20; number++) await peer.exchange(`message ${number}`);
    },
  },
  {
    id: 'echo/keeps-connections-apart',
    level: 'concurrent',
    title: {
      en: 'Of twenty clients at once, each gets the replies to what it sent, and nothing else',
      'pt-BR': 'De vinte clientes ao mesmo tempo, cada um recebe as respostas ao que enviou, e nada mais',
    },
    hint: hints.sharedByAll,
    serves: 'overlapping',
    async run(subject) {
      const dialogues: Dialogue[] = [];
      while (dialogues.length < 20) dialogues.push(await Dialogue.begin(subject));
      const settled = (): Promise<unknown> => Promise.all(dialogues.map((dialogue) => dialogue.settle()));
      for (let round = 1; round <= 10; round++) {
        const what = (client: number): Words => ({
          en: `the message of client ${client} of 20 in round ${round}`,
          'pt-BR': `a mensagem do cliente ${client} de 20 na rodada ${round}`,
        });
        for (const [client, dialogue] of dialogues.entries()) {
          dialogue.say(Buffer.from(`client ${client}, round ${round}${'.'.repeat(7 * client)}`), what(client));
        }
        await settled();
        // Half of a line each: what the server keeps of it is that client's alone.
        for (const [client, dialogue] of dialogues.entries()) {
          dialogue.send(Buffer.from(`half of ${client}, `), joined({ en: 'half of ', 'pt-BR': 'metade de: ' }, what(client)));
        }
        await settled();
        for (const [client, dialogue] of dialogues.entries()) {
          dialogue.say(Buffer.from(`rest of ${client}`), joined({ en: 'the rest of ', 'pt-BR': 'o resto de: ' }, what(client)));
        }
        await settled();
      }
      for (const dialogue of dialogues) await dialogue.finish();
    },
  },
  {
    id: 'echo/one-after-another',
    level: 'basic',
    title: {
      en: 'Clients that come one after another are all served, and each connection is closed when its client closes it',
      'pt-BR': 'Clientes que chegam um após o outro são todos atendidos, e cada conexão é fechada quando o cliente a fecha',
    },
    hint: hints.oneClientOnly,
    async run(subject) {
      for (let number = 0; number < 20; number++) await answersAnother(subject);
    },
  },
  {
    id: 'echo/without-a-word',
    level: 'basic',
    title: {
      en: 'A client that leaves without having sent anything is let go of, and the next one is served',
      'pt-BR': 'Um cliente que sai sem ter enviado nada não atrapalha: o próximo é atendido',
    },
    hint: hints.readOfNothing,
    async run(subject) {
      for (let number = 0; number < 5; number++) await takesLeave(await subject.connect());
      await answersAnother(subject);
    },
  },
  {
    id: 'chunk/needs-no-newline',
    level: 'basic',
    title: {
      en: 'A message needs no line feed at its end: whatever one read delivers is answered',
      'pt-BR': 'Uma mensagem não precisa de quebra de linha no fim: tudo o que uma leitura entrega é respondido',
    },
    hint: hints.awaitsLineFeed,
    rule: 'protocol: framing',
    framing: 'chunk',
    async run(subject) {
      const peer = await sendingClient(subject, 'no newline');
      await peer.hear('no newline');
      await peer.exchange('\n');
    },
  },
  {
    id: 'chunk/loses-nothing',
    level: 'robust',
    title: {
      en: 'Two thousand quick messages come back whole and in order, wherever reads divide them',
      'pt-BR': 'Duas mil mensagens enviadas em sequência rápida voltam inteiras e em ordem, onde quer que as leituras as dividam',
    },
    hint: hints.partialSend,
    rule: 'protocol: framing',
    framing: 'chunk',
    async run(subject) {
      const peer = await subject.connect();
      const parts = Array.from({ length: 2_000 }, (_, index) => `${index} é 😀,`);
      const text = Buffer.from(parts.join(''));
      void peer.send(text); // All at once: else it is luck whether a read divides one.
      await expectCarried(peer, text, wholeAndInOrder(parts.length));
    },
  },
  {
    id: 'chunk/long-send',
    level: 'robust',
    title: {
      en: 'A message of a megabyte comes back whole',
      'pt-BR': 'Uma mensagem de um megabyte volta inteira',
    },
    hint: hints.partialSend,
    rule: 'protocol: framing',
    framing: 'chunk',
    async run(subject) {
      const peer = await subject.connect();
      const text = Buffer.from('ação 😀 '.repeat(80_000));
      void peer.send(text);
      await expectCarried(peer, text, { en: 'every byte, in order', 'pt-BR': 'todos os bytes, em ordem' });
    },
  },
]);
