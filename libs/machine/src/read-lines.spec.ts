import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

function linesOf(chunks: Iterable<Buffer>): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const lines: string[] = [];
    const stream = Readable.from(chunks, { objectMode: false });
    readLines(stream, (line) => lines.push(line));
    stream.on('end', () => {
      resolve(lines);
    });
  });
}

const bytes = (...texts: string[]): Buffer[] => texts.map((text) => Buffer.from(text));

test('readLines() puts lines and characters together that were read in parts', async () => {
  const é = Buffer.from('é');
  expect(await linesOf([...bytes('one\ntw', 'o\r\n\nth'), é.subarray(0, 1), é.subarray(1), ...bytes('\nlast')])).toEqual(['one', 'two', '', 'thé', 'last']);
});

test('readLines() takes nothing of a line without an end, and goes on behind it', async () => {
  function* flood(): Generator<Buffer> {
    const part = Buffer.alloc(64 * 1_024, 'x');
    for (let count = 0; count < 100; count++) yield part;
    yield Buffer.from('\nnext\n');
  }
  expect(await linesOf(flood())).toEqual(['next']);
});
