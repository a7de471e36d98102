import { clausesOf } from '../clause.ts';
import { Dialogue } from './dialogue.ts';
import { hints } from './hints.ts';
import { SeededText } from './seeded-text.ts';

export const readsClauses = clausesOf({ rule: 'protocol: framing', quiet: true }, [
  {
    id: 'reads/cut-at-every-byte',
    level: 'robust',
    title: {
      en: 'Text comes back unchanged wherever one read ends and the next begins: in a character, between CR and LF',
      'pt-BR': 'O texto volta inalterado onde quer que uma leitura termine e outra comece: no meio de um caractere, entre CR e LF',
    },
    hint: hints.decodesEachRead,
    async run(subject) {
      const dialogue = await Dialogue.begin(subject);
      // Its first line is answered before the rest is sent, and so the rest comes with another read.
      const text = Buffer.from('-\naé漢😀\r\n\n\r\n😀é漢 ü\r\r\n\nfim\n');
      for (let cut = 2; cut < text.length; cut++) {
        dialogue.send(text.subarray(0, cut), { en: `the first ${cut} bytes of a text`, 'pt-BR': `os primeiros ${cut} bytes de um texto` });
        await dialogue.settle();
        dialogue.send(text.subarray(cut), {
          en: `the rest of a text, of which the first ${cut} bytes were read before`,
          'pt-BR': `o resto de um texto, do qual os primeiros ${cut} bytes foram lidos antes`,
        });
        await dialogue.settle();
      }
      await dialogue.finish();
    },
  },
  {
    id: 'reads/of-many-sizes',
    level: 'echo-lab',
    title: {
      en: 'Sends of any size, from a byte to more than 128 KiB, are answered in full, wherever they cut the text',
      'pt-BR': 'Envios de qualquer tamanho, de um byte a mais de 128 KiB, são respondidos por inteiro, onde quer que cortem o texto',
    },
    async run(subject) {
      const text = new SeededText(5, { lines: true });
      const dialogue = await Dialogue.begin(subject, { characters: true });
      const few = Array.from({ length: 600 }, (_, index) => index + 1);
      const around = Array.from({ length: 8 }, (_, power) => [-1, 0, 1].map((more) => 2 ** (power + 10) + more)).flat();
      const others = Array.from({ length: 60 }, () => 600 + text.below(131_072));
      const sizes = [...few, ...around, ...others];
      // One text, of which each send is the next part: it begins and ends anywhere in a line or a character.
      let rest = Buffer.alloc(0);
      for (const [index, size] of sizes.entries()) {
        while (rest.length < size) rest = Buffer.concat([rest, text.bytes(200_000)]);
        dialogue.send(rest.subarray(0, size), `send ${index + 1} of ${sizes.length} (seed ${text.seed})`);
        rest = rest.subarray(size);
        await dialogue.settle();
      }
      // What is left begins anywhere, too: the end of its line closes the text.
      dialogue.send(rest.subarray(0, rest.indexOf('\n') + 1), `the last send (seed ${text.seed})`);
      await dialogue.finish();
    },
  },
]);
