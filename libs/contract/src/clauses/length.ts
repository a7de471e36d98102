import { clausesOf } from '../clause.ts';
import type { Words } from '../words.ts';
import { Dialogue } from './dialogue.ts';
import { hints } from './hints.ts';
import { SeededText } from './seeded-text.ts';

/** A byte less than a power of two, just that, and a byte more: where a buffer's end is. */
const aroundBuffers = Array.from({ length: 12 }, (_, power) => [-1, 0, 1].map((more) => 2 ** (power + 6) + more)).flat();

/** Those first, since of a slow server not all are tried; then every length up to a page and a bit, in bytes, and some beyond it. */
function lengths(text: SeededText, most: number): readonly number[] {
  const every = Array.from({ length: 4_200 }, (_, index) => index + 1);
  const beyond = Array.from({ length: 60 }, () => 4_200 + text.below(61_336));
  return [...new Set([...aroundBuffers, ...every, ...beyond])].filter((length) => length <= most);
}

const byItself = (length: number, seed: number): Words => ({
  en: `a message of ${length} bytes by itself (seed ${seed})`,
  'pt-BR': `uma mensagem de ${length} bytes sozinha (semente ${seed})`,
});

export const lengthClauses = clausesOf({ rule: 'protocol: framing', quiet: true }, [
  {
    id: 'length/each',
    level: 'echo-lab',
    title: {
      en: 'Messages of any length come back in full: every length up to 4,200 bytes, and longer ones around powers of two',
      'pt-BR': 'Mensagens de qualquer tamanho voltam inteiras: de cada tamanho até 4.200 bytes, e maiores em torno de potências de dois',
    },
    async run(subject) {
      const { framing, maxMessageBytes } = subject.promises;
      const text = new SeededText(3);
      const dialogue = await Dialogue.begin(subject);
      for (const length of lengths(text, framing === 'line' ? maxMessageBytes : Infinity)) {
        dialogue.say(text.bytes(length), byItself(length, text.seed));
        await dialogue.settle();
      }
      await dialogue.finish();
    },
  },
  {
    id: 'length/around-a-buffer',
    level: 'robust',
    title: {
      en: 'Messages as long as a buffer often is, a byte less and a byte more come back whole',
      'pt-BR': 'Mensagens do tamanho que um buffer costuma ter, com um byte a menos e um a mais, voltam inteiras',
    },
    hint: hints.fixedBuffer,
    async run(subject) {
      const { framing, maxMessageBytes } = subject.promises;
      const text = new SeededText(8);
      const dialogue = await Dialogue.begin(subject);
      for (const length of aroundBuffers.filter((one) => framing === 'chunk' || one <= maxMessageBytes)) {
        dialogue.say(text.bytes(length), byItself(length, text.seed));
        await dialogue.settle();
      }
      await dialogue.finish();
    },
  },
  {
    id: 'length/lines-across-reads',
    level: 'robust',
    title: {
      en: 'Long lines that are sent together come back whole, wherever reads cut them',
      'pt-BR': 'Linhas longas enviadas juntas voltam inteiras, onde quer que as leituras as cortem',
    },
    hint: hints.readIsNoMessage,
    framing: 'line',
    async run(subject) {
      const text = new SeededText(4);
      const dialogue = await Dialogue.begin(subject);
      const long = lengths(text, subject.promises.maxMessageBytes).filter((length) => length % 7 === 0 || length > 4_200);
      const lines = long.flatMap((length) => [text.bytes(length), Buffer.from('\n')]);
      dialogue.send(Buffer.concat(lines), {
        en: `${long.length} lines at once (seed ${text.seed})`,
        'pt-BR': `${long.length} linhas de uma vez (semente ${text.seed})`,
      });
      await dialogue.finish();
    },
  },
]);
