import { clausesOf } from '../clause.ts';
import { ClauseFailure } from '../clause-failure.ts';
import { NotTried } from '../not-tried.ts';
import { descriptorsOf } from '../process-tree.ts';
import type { Words } from '../words.ts';
import { Dialogue } from './dialogue.ts';
import { hints } from './hints.ts';
import { SeededText } from './seeded-text.ts';
import { answeredClient, answersAnother, eventually, takesLeave } from './support.ts';

const noDescriptors = {
  en: 'it counts what is open in /proc/PID/fd, which cannot be read here',
  'pt-BR': 'ela conta o que está aberto em /proc/PID/fd, que não pode ser lido aqui',
};
const cameAndWent = { en: 'had 1,000 clients come and go', 'pt-BR': 'fez 1.000 clientes chegarem e saírem' };
const nothingOpen = { en: 'nothing of theirs to stay open', 'pt-BR': 'que nada deles ficasse aberto' };
const moreOpen = (count: number): Words => ({
  en: `${count} descriptors more are open than before`,
  'pt-BR': `há ${count} descritores abertos a mais do que antes`,
});

export const connectionsClauses = clausesOf({ rule: 'protocol', quiet: true }, [
  {
    id: 'connections/thousand-in-turn',
    level: 'robust',
    title: {
      en: '1,000 clients that come and go one after another are each answered with their own message',
      'pt-BR': '1.000 clientes que chegam e saem um após o outro recebem, cada um, a resposta à sua mensagem',
    },
    hint: hints.keptForEachClient,
    async run(subject) {
      const text = new SeededText(6);
      for (let number = 1; number <= 1_000; number++) {
        const dialogue = await Dialogue.begin(subject);
        dialogue.say(text.bytes(1 + text.below(60)), {
          en: `the message of client ${number} (seed ${text.seed})`,
          'pt-BR': `a mensagem do cliente ${number} (semente ${text.seed})`,
        });
        await dialogue.finish();
      }
    },
  },
  {
    id: 'connections/nothing-stays-open',
    level: 'robust',
    title: {
      en: 'After 1,000 clients that came and went, half of them by a reset, no connection of theirs stays open',
      'pt-BR': 'Depois de 1.000 clientes que chegaram e saíram, metade deles com um reset, nenhuma conexão deles fica aberta',
    },
    hint: hints.socketNotClosed,
    needs: ['start'],
    async run(subject) {
      const server = await subject.server();
      await answersAnother(subject);
      const before = descriptorsOf(server.pids);
      if (before === 0) throw new NotTried(noDescriptors);
      for (let client = 1; client <= 1_000; client++) {
        const peer = await answeredClient(subject, `client ${client}`);
        if (client % 2 === 0) peer.reset();
        else await takesLeave(peer);
        peer.destroy();
      }
      // A runtime may open a few descriptors of its own meanwhile.
      const more = (): number => descriptorsOf(server.pids) - before;
      const late = (): Error => new ClauseFailure(cameAndWent, nothingOpen, moreOpen(more()));
      await eventually(() => more() < 100, subject.patience, late);
    },
  },
  {
    id: 'connections/hundreds-kept-apart',
    level: 'echo-lab',
    title: {
      en: 'Of 300 clients at once, each is answered with what it sent, in whole messages and in halves, all in one turn',
      'pt-BR': 'De 300 clientes ao mesmo tempo, cada um recebe a resposta ao que enviou, em mensagens inteiras e em metades, todas de uma vez',
    },
    serves: 'overlapping',
    async run(subject) {
      const text = new SeededText(7);
      const dialogues: Dialogue[] = [];
      while (dialogues.length < 300) dialogues.push(await Dialogue.begin(subject));
      const settled = (): Promise<unknown> => Promise.all(dialogues.map((dialogue) => dialogue.settle()));
      for (let round = 1; round <= 3; round++) {
        const what = (index: number): string => `in round ${round}, client ${index + 1} of 300 (seed ${text.seed})`;
        for (const [index, dialogue] of dialogues.entries()) dialogue.say(text.bytes(1 + text.below(200)), what(index));
        await settled();
        // Half of a message each, and half of a character: what the server keeps of it is that client's alone.
        const messages = dialogues.map(() => Buffer.concat([text.bytes(1 + text.below(40)), Buffer.from(`😀${round}\n`)]));
        const halves = messages.map((message) => message.length - 4);
        for (const [index, dialogue] of dialogues.entries()) {
          dialogue.send(messages[index]?.subarray(0, halves[index]) ?? Buffer.alloc(0), `half a message, ${what(index)}`);
        }
        await settled();
        for (const [index, dialogue] of [...dialogues.entries()].toReversed()) {
          dialogue.send(messages[index]?.subarray(halves[index]) ?? Buffer.alloc(0), `the other half, ${what(index)}`);
        }
        await settled();
      }
      for (const dialogue of dialogues) await dialogue.finish();
    },
  },
]);
