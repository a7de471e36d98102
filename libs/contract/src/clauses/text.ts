import { clausesOf } from '../clause.ts';
import type { Subject } from '../subject.ts';
import { Dialogue } from './dialogue.ts';
import { hints } from './hints.ts';
import { answeredClient, answersAnother, expectCarried, getsAtItsFin, getsAtLast, pause, sendingClient } from './support.ts';

const notUtf8 = 'Error: message is not valid UTF-8\n';

/** Each of these bytes gets the `Error:` line and the close, and the next client is served. */
async function refuses(subject: Subject, ...cases: readonly (readonly number[])[]): Promise<void> {
  for (const bytes of cases) {
    const peer = await sendingClient(subject, Buffer.from([...Buffer.from('bad: '), ...bytes, 0x20, 0x0a]));
    await peer.expectLast(notUtf8);
    peer.destroy();
  }
  await answersAnother(subject);
}

export const textClauses = clausesOf({ rule: 'protocol: framing' }, [
  {
    id: 'utf8/byte-for-byte',
    level: 'robust',
    title: {
      en: 'Text of every kind comes back byte for byte: accents, Chinese, emoji',
      'pt-BR': 'Texto de todo tipo volta byte a byte: acentos, chinês, emoji',
    },
    hint: hints.otherEncoding,
    async run(subject) {
      const peer = await subject.connect();
      for (const text of ['ação', 'ac\u0327a\u0303o', '漢字', '😀👩‍🚀', '\u07ff\u0800\uffff\u{10000}\u{10ffff}', '\u202eabc\ufffd']) {
        await peer.exchange(text);
      }
    },
  },
  {
    id: 'utf8/bom-kept',
    level: 'robust',
    title: {
      en: 'A byte order mark is text like any other and comes back',
      'pt-BR': 'Uma marca de ordem de bytes (BOM) é texto como qualquer outro, e volta',
    },
    hint: hints.otherEncoding,
    rule: 'fault 3',
    async run(subject) {
      const peer = await answeredClient(subject, '\ufefffirst');
      await peer.exchange('\ufeffsecond');
    },
  },
  {
    id: 'utf8/split-between-reads',
    level: 'robust',
    title: {
      en: 'A character of several bytes that two reads bring comes back unchanged',
      'pt-BR': 'Um caractere de vários bytes que chega em duas leituras volta inalterado',
    },
    hint: hints.decodesEachRead,
    async run(subject) {
      for (const character of ['é', '漢', '😀']) {
        const bytes = Buffer.from(character);
        for (let at = 1; at < bytes.length; at++) {
          const dialogue = await Dialogue.begin(subject);
          // Its first part is answered before the rest is sent, and so the rest comes with another read.
          dialogue.send(Buffer.concat([Buffer.from('before\n'), bytes.subarray(0, at)]), {
            en: `a line and the first bytes of ${character}`,
            'pt-BR': `uma linha e os primeiros bytes de ${character}`,
          });
          await dialogue.settle();
          dialogue.send(Buffer.concat([bytes.subarray(at), Buffer.from('\n')]), {
            en: `the last bytes of ${character}`,
            'pt-BR': `os últimos bytes de ${character}`,
          });
          await dialogue.finish();
        }
      }
    },
  },
  {
    id: 'utf8/characters-stay-whole',
    level: 'echo-lab',
    title: {
      en: 'In framing chunk, a character that two reads bring is answered in one piece',
      'pt-BR': 'Com --framing chunk, um caractere que chega em duas leituras é respondido de uma só vez',
    },
    framing: 'chunk',
    async run(subject) {
      for (const character of ['é', '漢', '😀']) {
        const bytes = Buffer.from(character);
        const peer = await subject.connect();
        await peer.send(Buffer.concat([Buffer.from('before'), bytes.subarray(0, 1)]));
        await peer.expect('Echo: before');
        await peer.send(bytes.subarray(1));
        await peer.expect(`Echo: ${character}`);
        peer.destroy();
      }
    },
  },
  {
    id: 'utf8/a-byte-at-a-time',
    level: 'robust',
    title: {
      en: 'Characters that come a byte at a time come back unchanged',
      'pt-BR': 'Caracteres que chegam byte a byte voltam inalterados',
    },
    hint: hints.decodesEachRead,
    rule: 'fault 3',
    async run(subject) {
      const peer = await subject.connect();
      const text = Buffer.from('é漢😀ü'.repeat(4));
      for (const byte of text) {
        await peer.send(Uint8Array.of(byte));
        await pause(2); // A read of its own for most of them, on a busy machine too.
      }
      const ends = subject.promises.framing === 'line' ? '\n' : '';
      if (ends !== '') await peer.send(ends);
      await expectCarried(peer, Buffer.concat([text, Buffer.from(ends)]), { en: 'the text as it was sent', 'pt-BR': 'o texto como foi enviado' });
    },
  },
  {
    id: 'utf8/invalid-is-error',
    level: 'echo-lab',
    title: {
      en: 'Bytes that cannot stand in UTF-8 get the `Error:` line and the close, never a replacement character',
      'pt-BR': 'Bytes que não podem estar em UTF-8 recebem a linha `Error:` e a conexão é fechada, nunca um caractere substituto',
    },
    run: (subject) => refuses(subject, [0xff], [0xfe], [0x80], [0xc3, 0x28], [0xe2, 0x82, 0x28], [0xf0, 0x9f, 0x98, 0x28]),
  },
  {
    id: 'utf8/overlong-is-error',
    level: 'echo-lab',
    title: {
      en: 'Overlong forms are not UTF-8',
      'pt-BR': 'Formas mais longas que o necessário (overlong) não são UTF-8',
    },
    rule: 'fault 3',
    run: (subject) => refuses(subject, [0xc0, 0xaf], [0xc1, 0xbf], [0xe0, 0x80, 0xaf], [0xf0, 0x80, 0x80, 0xaf]),
  },
  {
    id: 'utf8/surrogate-is-error',
    level: 'echo-lab',
    title: {
      en: 'Encoded surrogates are not UTF-8, alone or as a pair',
      'pt-BR': 'Substitutos (surrogates) codificados não são UTF-8, sozinhos ou em par',
    },
    rule: 'fault 3',
    run: (subject) => refuses(subject, [0xed, 0xa0, 0x80], [0xed, 0xbf, 0xbf], [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]),
  },
  {
    id: 'utf8/beyond-unicode-is-error',
    level: 'echo-lab',
    title: {
      en: 'Code points beyond U+10FFFF are not UTF-8',
      'pt-BR': 'Pontos de código além de U+10FFFF não são UTF-8',
    },
    rule: 'fault 3',
    run: (subject) => refuses(subject, [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80]),
  },
  {
    id: 'utf8/unfinished-at-fin-is-error',
    level: 'echo-lab',
    title: {
      en: 'A character that the FIN leaves unfinished gets the `Error:` line',
      'pt-BR': 'Um caractere que o FIN deixa inacabado recebe a linha `Error:`',
    },
    run: (subject) => getsAtItsFin(subject, Buffer.from([0xf0, 0x9f, 0x98]), notUtf8),
  },
  {
    id: 'utf8/unfinished-at-lf-is-error',
    level: 'echo-lab',
    title: {
      en: 'A character that the LF leaves unfinished gets the `Error:` line',
      'pt-BR': 'Um caractere que o LF deixa inacabado recebe a linha `Error:`',
    },
    framing: 'line',
    run: (subject) => getsAtLast(subject, Buffer.from([0x61, 0xe2, 0x82, 0x0a, 0xac, 0x0a]), notUtf8),
  },
  {
    id: 'utf8/earlier-are-answered',
    level: 'echo-lab',
    title: {
      en: 'The messages before one that is not UTF-8 are answered, those after it are not',
      'pt-BR': 'As mensagens antes de uma que não é UTF-8 são respondidas, as que vêm depois não',
    },
    framing: 'line',
    run: (subject) => getsAtLast(subject, Buffer.from('one\ntwo\n\xff\nthree\n', 'latin1'), `Echo: one\nEcho: two\n${notUtf8}`),
  },
  {
    id: 'bytes/control-raw',
    level: 'robust',
    title: {
      en: 'A zero byte and control bytes are bytes like any other, and come back',
      'pt-BR': 'Um byte zero e os bytes de controle são bytes como quaisquer outros, e voltam',
    },
    hint: hints.stopsAtZero,
    async run(subject) {
      const peer = await subject.connect();
      const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((one) => one !== '\n');
      await peer.exchange(`a${controls.join('')}\x7fz`);
    },
  },
  {
    id: 'bytes/ansi-raw',
    level: 'robust',
    title: {
      en: 'Escape sequences for a terminal come back as they are',
      'pt-BR': 'Sequências de escape para um terminal voltam como são',
    },
    hint: hints.interpretsText,
    rule: 'fault 4',
    async run(subject) {
      await answeredClient(subject, '\x1b[2J\x1b]0;title\x07\x1b[31mred\x1b[0m\u009b1m');
    },
  },
]);
