import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longTest, whyLong } from '#long-test';
import { readUntil } from './fixtures/read-lines.ts';
import { startWriter, type Writer } from './fixtures/start-writer.ts';
import { createLineSink } from './line-sink.ts';

/** Many times what a pipe or a socket holds. */
const many = 3_000;

describe('createLineSink() in a process', () => {
  let folder: string;
  let writers: Writer[];
  const start = (...args: Parameters<typeof startWriter>): Writer => {
    const writer = startWriter(...args);
    writers.push(writer);
    return writer;
  };

  /** A pipe with a name, so that it can be read, left and read again. */
  const pipe = (): { read: () => Socket; reader: number; writer: number } => {
    const path = join(folder, 'pipe');
    spawnSync('mkfifo', [path]);
    const openReader = (): number => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const reader = openReader();
    const read = (): Socket => new Socket({ fd: openReader(), writable: false });
    return { read, reader, writer: openSync(path, 'w') };
  };

  // Node reads a little ahead of whoever listens, so that a socket's writer may lose lines more than once.
  const sum = ({ kept, lost }: Awaited<ReturnType<typeof readUntil>>): number =>
    lost.reduce((lines, more) => lines + more, kept.length);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'line-sink-'));
    writers = [];
  });
  afterEach(() => {
    for (const writer of writers) writer.kill();
    rmSync(folder, { recursive: true });
  });

  test('goes on when nobody reads the pipe, and says how many lines were lost when somebody does', async () => {
    const { read, reader, writer: fd } = pipe();
    const writer = start('writer.ts', fd);
    closeSync(fd);
    await writer.ask({ lines: many });

    const stream = read();
    closeSync(reader);
    const { kept, lost } = await readUntil(stream, many);
    expect(lost).toEqual([many - kept.length]);
    expect(kept.map(({ connection }) => connection)).toEqual(kept.map((_, index) => index + 1));

    await writer.ask({ lines: 1 });
    expect(await readUntil(stream, 1)).toMatchObject({ kept: [{ connection: many + 1 }], lost: [] });
    expect(await writer.end()).toBe(0);
    stream.destroy();
  });

  test('goes on when the pipe is closed, and writes again when it is opened', async () => {
    const { read, reader, writer: fd } = pipe();
    const writer = start('writer.ts', fd);
    closeSync(fd);
    await writer.ask({ lines: 0 });
    closeSync(reader);
    await writer.ask({ lines: 100 });

    const stream = read();
    expect(await readUntil(stream, 100)).toEqual({ kept: [], lost: [100] });
    expect(await writer.end()).toBe(0);
    stream.destroy();
  });

  test('goes on when the disk is full', async () => {
    const writer = start('writer.ts', openSync('/dev/full', 'w'));
    await writer.ask({ lines: many });
    await writer.ask({ lines: many });
    expect(await writer.end()).toBe(0);
  });

  test('goes on when nobody reads the socket, though another process has inherited it', async () => {
    const writer = start('writer.ts', 'pipe');
    await writer.ask({ lines: 1 });
    await writer.ask('spawn');
    await writer.ask({ lines: many });

    expect(sum(await readUntil(writer.stdout as Socket, many + 1))).toBe(many + 1);
    expect(await writer.end()).toBe(0);
  });

  test('goes on in a thread and in the main thread, each counting what it loses', async () => {
    const writer = start('thread-writer.ts', 'pipe');
    await writer.ask({ lines: 0 });
    await writer.ask('spawn');
    await writer.ask({ lines: many });

    expect(sum(await readUntil(writer.stdout as Socket, 2 * many))).toBe(2 * many);
    await writer.ask('end-thread');
    expect(await writer.end()).toBe(0);
  });

  test('appends to a file that other processes write to', async () => {
    const path = join(folder, 'log');
    const fd = openSync(path, 'w');
    const both = [start('writer.ts', fd), start('writer.ts', fd)];
    await Promise.all(both.map((writer) => writer.ask({ lines: many })));
    await Promise.all(both.map((writer) => writer.end()));

    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(Array(2 * many).fill('accepted'));
  });

  const isNeeded = async (kind: string): Promise<void> => {
    const { reader, writer: fd } = pipe();
    const writer = start('writer.ts', kind === 'pipe' ? fd : 'pipe', '--naive');
    await writer.ask({ lines: 1 });

    const answered = writer.ask({ lines: many }).then(() => 'answered');
    const waited = new Promise((resolve) => setTimeout(resolve, 1_000, 'stopped'));
    expect(await Promise.race([answered, waited])).toBe('stopped');

    const stream = writer.stdout ?? new Socket({ fd: reader, writable: false });
    stream.resume();
    expect(await answered).toBe('answered');
    expect(await writer.end()).toBe(0);
    stream.destroy();
  };
  const needed = 'is needed: a sink that waits stops its process (%s)';
  test.each(['pipe'])(needed, isNeeded);
  const reason = whyLong('with a pipe it does the same');
  longTest.each(['socket'])(`${needed}${reason}`, isNeeded);
});

describe('createLineSink()', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** A descriptor that takes as many bytes as there is room. */
  const setUp = (): { written: () => string; write: (line: string) => void; room: (bytes: number) => void } => {
    let free = Infinity;
    let text = '';
    const write = (bytes: Uint8Array): number => {
      if (free === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      const taken = Math.min(free, bytes.length);
      text += Buffer.from(bytes.subarray(0, taken)).toString();
      free -= taken;
      return taken;
    };
    const sink = createLineSink(1, { terminal: false, write });
    sink.describeLoss((lines) => `lost ${lines}\n`);
    return {
      written: () => text,
      write: (line) => {
        sink.write(line);
      },
      room: (bytes) => (free = bytes),
    };
  };

  test('writes each line at once', () => {
    const { written, write } = setUp();
    write('one\n');
    expect(written()).toBe('one\n');
  });

  test('says what was lost before the next line', () => {
    const { written, write, room } = setUp();
    room(0);
    write('one\n');
    write('two\n');
    room(Infinity);
    write('three\n');
    write('four\n');
    expect(written()).toBe('lost 2\nthree\nfour\n');
  });

  test('says what was lost within a second where no line follows', () => {
    const { written, write, room } = setUp();
    room(0);
    write('one\n');
    jest.advanceTimersByTime(5_000);
    room(Infinity);
    jest.advanceTimersByTime(1_000);
    expect(written()).toBe('lost 1\n');
    expect(jest.getTimerCount()).toBe(0);
  });

  test('tears no line of which a part was taken', () => {
    const { written, write, room } = setUp();
    room(6);
    write('one\n');
    write('two\n');
    write('three\n');
    expect(written()).toBe('one\ntw');
    room(3);
    write('four\n');
    expect(written()).toBe('one\ntwo\nl');
    room(Infinity);
    write('five\n');
    expect(written()).toBe('one\ntwo\nlost 1\nlost 1\nfive\n');
  });

  test('finishes a line of which a part was taken where no line follows', () => {
    const { written, write, room } = setUp();
    room(2);
    write('one\n');
    room(Infinity);
    jest.advanceTimersByTime(1_000);
    expect(written()).toBe('one\n');
  });
});
