import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Output } from './output.ts';

describe('Output', () => {
  test('match() finds a line that comes in pieces, and one that was there before', async () => {
    const stream = new PassThrough();
    const output = new Output('stdout', stream);
    const matched = output.match(/port (\d+)/, 10_000, 'asked');
    for (const piece of ['no line\npo', 'rt 1', '23', '4\nmore']) stream.write(piece);
    expect((await matched)[1]).toBe('1234');
    expect((await output.match(/no (\w+)/, 10_000, 'asked again'))[1]).toBe('line');
  });

  test('match() fails when the stream ends without one, and finds one in a last line that has no end', async () => {
    const stream = new PassThrough();
    const output = new Output('stderr', stream);
    const [missing, last] = [output.match(/nowhere/, 10_000, 'asked'), output.match(/the end/, 10_000, 'asked')];
    stream.end('this is the end');
    await expect(missing).rejects.toThrow('asked; expected /nowhere/ on stderr, but it said "this is the end"');
    expect((await last)[0]).toBe('the end');
  });

  // Were everything searched again for each line, this would take minutes.
  test('match() takes 200,000 lines, of which it keeps the first 4 MB and the last few', async () => {
    const stream = new PassThrough();
    const output = new Output('stdout', stream);
    const matched = output.match(/\bline 199999\b/, 25_000, 'waited');
    for (let number = 0; number < 200_000; number++) {
      stream.write(`line ${number} ${'.'.repeat(100)}\n`);
      if (number % 1_000 === 0) await setImmediate();
    }
    await matched;
    expect(output.text.length).toBeLessThan(4_100_000);
    expect(output.last(2).map((line) => line.slice(0, 11))).toEqual(['line 199998', 'line 199999']);
  }, 30_000);
});
