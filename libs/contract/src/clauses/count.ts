import { clausesOf } from '../clause.ts';
import type { Subject } from '../subject.ts';
import { Dialogue } from './dialogue.ts';
import { SeededText } from './seeded-text.ts';

/**
 * So many short messages on one connection, each sent when the one before is answered: in framing chunk they take a read
 * each. Where a message needs no read of its own, four go together.
 */
async function exchange(subject: Subject, count: number, longest?: number): Promise<void> {
  const text = new SeededText(1);
  const [together, end] = subject.promises.framing === 'line' ? [4, '\n'] : [1, ''];
  const dialogue = await Dialogue.begin(subject, { whole: true, ...(longest !== undefined && { longest }) });
  for (let number = together; number <= count; number += together) {
    const messages = Array.from({ length: together }, () => [text.bytes(1 + text.below(40)), Buffer.from(end)]);
    dialogue.send(Buffer.concat(messages.flat()), `messages up to the ${number}th of a connection (seed ${text.seed})`);
    await dialogue.settle();
  }
  await dialogue.finish();
}

export const countClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: replies keep order, byte for byte', quiet: true }, [
  {
    id: 'count/ten-thousand-messages',
    title: {
      en: '10,000 messages that one client sends one after another are each answered, once and in full',
      'pt-BR': '10.000 mensagens que um cliente envia uma após a outra são respondidas uma única vez e por inteiro',
    },
    run: (subject) => exchange(subject, 10_000),
  },
  {
    id: 'count/reads-past-16-bits',
    title: {
      en: 'In framing chunk a connection has no last message: more than 16 bits can count are answered like the first',
      'pt-BR': 'Com --framing chunk nenhuma mensagem é a última: mesmo depois de mais do que cabe em 16 bits, todas são respondidas como a primeira',
    },
    framing: 'chunk',
    long: {
      en: 'it sends 66,000 messages, each when the one before is answered',
      'pt-BR': 'ela envia 66.000 mensagens, cada uma depois da resposta à anterior',
    },
    run: (subject) => exchange(subject, 66_000, 540_000),
  },
  {
    id: 'count/bytes-past-24-bits',
    title: {
      en: 'More bytes than 16, 20 and 24 bits can count come back on one connection, each in its place',
      'pt-BR': 'Mais bytes do que se contam com 16, 20 e 24 bits voltam em uma conexão, cada um em seu lugar',
    },
    async run(subject) {
      const text = new SeededText(2, { lines: true });
      const dialogue = await Dialogue.begin(subject);
      for (let sent = 0; sent < 2 ** 24 + 2 ** 17; ) {
        const bytes = text.bytes(100_000 + text.below(100_000));
        dialogue.send(bytes, `the next bytes of a connection, from byte ${sent} on (seed ${text.seed})`);
        sent += bytes.length;
        await dialogue.settle();
      }
      dialogue.say(text.bytes(20), `the last line (seed ${text.seed})`);
      await dialogue.finish();
    },
  },
]);
