import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Batch, createFraming, errorLine, type Framing, type FramingName } from './index.ts';

const limit = 40;

/** Everything that a server would send back for these reads and the FIN after them. */
function answer(reads: readonly Buffer[], name: FramingName, make = createFraming): string {
  const framing: Framing = make(name, limit);
  const out: Uint8Array[] = [];
  for (const batch of batches(framing, reads)) {
    out.push(batch.replies);
    if (batch.fault !== undefined) out.push(errorLine(batch.fault));
  }
  return Buffer.concat(out).toString('latin1');
}

function* batches(framing: Framing, reads: readonly Buffer[]): Generator<Batch> {
  for (const read of reads) {
    const batch = framing.push(read);
    yield batch;
    if (batch.fault !== undefined) return;
  }
  yield framing.end();
}

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const bounds = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index] ?? 0;
    return end > start ? [Buffer.from(bytes.subarray(start, end))] : [];
  });
}

/** Text with many line ends and wide characters, and now and then bytes that are no text. */
const stream = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((text) => Buffer.from(text)) },
      { weight: 4, arbitrary: fc.constantFrom('\n', '\r\n', '\n\n', 'é', '€', '🙂', '\0').map((t) => Buffer.from(t)) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)) },
      { weight: 1, arbitrary: fc.integer({ min: limit - 1, max: limit + 2 }).map((n) => Buffer.alloc(n, 'x')) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat(parts));
const places = fc.array(fc.nat(), { maxLength: 20 });

describe('line framing', () => {
  test('answers any stream the same, wherever it is cut', () => {
    fc.assert(
      fc.property(stream, places, (bytes, at) => {
        expect(answer(cut(bytes, at), 'line')).toBe(answer([bytes], 'line'));
      }),
      { numRuns: 2_000 },
    );
  });

  test('agrees with a plain reading of the rules', () => {
    fc.assert(
      fc.property(stream, places, (bytes, at) => {
        expect(answer(cut(bytes, at), 'line')).toBe(rules(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  test('the property catches a framing that forgets what a read left over', () => {
    const forgetful = (name: FramingName): Framing => ({
      push: (chunk) => createFraming(name, limit).push(chunk),
      end: () => createFraming(name, limit).end(),
    });
    expect(answer([Buffer.from('o'), Buffer.from('i\n')], 'line', forgetful)).not.toBe(rules(Buffer.from('oi\n')));
  });

  test.each([
    ['an empty line', '\n', 'Echo: \n'],
    ['CR before LF as part of the message', 'oi\r\n', 'Echo: oi\r\n'],
    ['an unfinished last line, as it came', 'a\nb', 'Echo: a\nEcho: b'],
    ['a message of just the limit', `${'x'.repeat(limit)}\n`, `Echo: ${'x'.repeat(limit)}\n`],
    ['NUL and escapes raw', '\0\u001b[31m\n', 'Echo: \0\u001b[31m\n'],
    ['nothing with nothing', '', ''],
  ])('answers %s', (_, sent, expected) => {
    expect(answer([Buffer.from(sent)], 'line')).toBe(expected);
  });

  test('faults one byte over the limit, before the LF comes, and answers what came before', () => {
    const batch = createFraming('line', limit).push(Buffer.from(`a\n${'x'.repeat(limit + 1)}`));
    expect(batch.replies.toString()).toBe('Echo: a\n');
    expect(batch.fault).toEqual({ kind: 'too-long', maxMessageBytes: limit });
  });

  test('faults at the first message that is not UTF-8 and answers those before it', () => {
    const batch = createFraming('line', limit).push(Buffer.from('a\nb\n\xff\nc\n', 'latin1'));
    expect(batch.replies.toString()).toBe('Echo: a\nEcho: b\n');
    expect(batch.size).toBe(2);
    expect(batch.fault).toEqual({ kind: 'not-utf8' });
  });

  test('message() gives each message without its LF, those longer than the copying loop included', () => {
    const messages = ['', 'oi', 'é'.repeat(15), 'x'.repeat(limit)];
    const batch = createFraming('line', limit).push(Buffer.from(messages.map((text) => `${text}\n`).join('')));
    expect(messages.map((_, index) => batch.message(index).toString())).toEqual(messages);
  });
});

describe('chunk framing', () => {
  test('gives back every byte, in order, wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), places, (text, at) => {
        const framing = createFraming('chunk', limit);
        const payload = [...batches(framing, cut(Buffer.from(text), at))].flatMap((batch) =>
          batch.ends.map((_, index) => batch.replies.subarray((batch.ends[index - 1] ?? 0) + 6, batch.ends[index])),
        );
        expect(Buffer.concat(payload).toString()).toBe(text);
      }),
    );
  });

  test('faults exactly where the whole stream is not UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), places, (array, at) => {
        const bytes = Buffer.from(array);
        const valid = (() => {
          try {
            new TextDecoder('utf-8', { fatal: true }).decode(bytes);
            return true;
          } catch {
            return false;
          }
        })();
        expect(answer(cut(bytes, at), 'chunk').includes('Error: ')).toBe(!valid);
      }),
      { numRuns: 5_000 },
    );
  });

  test('puts a character together that two reads delivered', () => {
    const framing = createFraming('chunk', limit);
    const [first, second] = [Buffer.from('olá').subarray(0, 3), Buffer.from('olá').subarray(3)];
    expect(framing.push(first).replies.toString()).toBe('Echo: ol');
    expect(framing.push(second).replies.toString()).toBe('Echo: á');
  });

  test.each([
    ['an overlong form', [0xe0, 0x80]],
    ['a surrogate', [0xed, 0xa0]],
    ['what lies beyond U+10FFFF', [0xf4, 0x90]],
    ['a byte that begins nothing', [0xff]],
  ])('faults %s at once, without waiting for more', (_, bytes) => {
    expect(createFraming('chunk', limit).push(Buffer.from(bytes)).fault).toEqual({ kind: 'not-utf8' });
  });

  test('faults a character that the FIN leaves unfinished', () => {
    const framing = createFraming('chunk', limit);
    expect(framing.push(Buffer.of(0xc3)).size).toBe(0);
    expect(framing.end().fault).toEqual({ kind: 'not-utf8' });
  });
});

/** protocol.md, said again in the slowest way. */
function rules(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  let out = '';
  for (const [index, line] of lines.entries()) {
    const last = index === lines.length - 1;
    if (last && line === '') break;
    if (line.length > limit) return `${out}Error: message is longer than ${limit} bytes\n`;
    if (!Buffer.from(Buffer.from(line, 'latin1').toString('utf8')).equals(Buffer.from(line, 'latin1')))
      return `${out}Error: message is not valid UTF-8\n`;
    out += `Echo: ${line}${last ? '' : '\n'}`;
  }
  return out;
}
