import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ChunkReader, readModes } from './chunk-reader.ts';
import { type SocketPair, SocketPairs } from './testing/socket-pairs.ts';

describe.each(readModes)('ChunkReader, mode %s', (mode) => {
  let pairs: SocketPairs;
  let pair: SocketPair;
  let reader: ChunkReader;
  const readerOf = ({ near }: SocketPair): ChunkReader => {
    near.pause();
    const made = new ChunkReader(near, mode);
    near.on('error', () => undefined).resume();
    return made;
  };
  beforeEach(async () => {
    pairs = await SocketPairs.open();
    pair = await pairs.pair();
    reader = readerOf(pair);
  });
  afterEach(() => pairs.close());
  /** Resolves when so many bytes were read, asked for or not. */
  const untilRead = async (bytes: number): Promise<void> => {
    while (pair.near.bytesRead < bytes) await new Promise(setImmediate);
  };
  const readText = async (): Promise<string | undefined> => (await reader.read())?.toString();

  test('read() gives what came, in order, then undefined for FIN, again and again', async () => {
    const { far } = pair;
    const first = readText();
    far.send('one');
    expect(await first).toBe('one');
    far.send('two');
    expect(await readText()).toBe('two');
    far.socket.end();
    expect(await readText()).toBeUndefined();
    expect(reader.ended).toBe(true);
    expect(await readText()).toBeUndefined();
  });

  test('read() gives every byte of a long stream', async () => {
    const sent = Buffer.alloc(3_000_000, 'abcdefg');
    pair.far.socket.end(sent);
    const came: Buffer[] = [];
    for (let chunk = await reader.read(); chunk !== undefined; chunk = await reader.read()) {
      came.push(Buffer.from(chunk)); // Mode buffer reuses it.
    }
    expect(Buffer.concat(came).equals(sent)).toBe(true);
  });

  test('ChunkReader pauses the socket when nobody asks, so that the peer is not read from', async () => {
    const { near, far } = pair;
    const sent = 8_000_000;
    far.socket.end(Buffer.alloc(sent));
    await reader.read();
    while (!near.isPaused()) await once(near, 'pause');
    // Whatever else is going to be read without being asked for is read in the turns that follow.
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(near.isPaused()).toBe(true);
    expect(near.bytesRead).toBeLessThan(sent / 8);

    let length = near.bytesRead;
    for (let chunk = await reader.read(); chunk !== undefined; chunk = await reader.read()) length = near.bytesRead;
    expect(length).toBe(sent);
  });

  test('stop() gives what was read and nothing after it', async () => {
    const { near, far } = pair;
    near.resume();
    far.send('read');
    await untilRead(4);
    reader.stop();
    far.send('late');
    far.socket.end();
    expect(await readText()).toBe('read');
    expect(await readText()).toBeUndefined();
    expect(reader.ended).toBe(false);
  });

  test('stop() answers a read() that waits', async () => {
    const waiting = reader.read();
    reader.stop();
    expect(await waiting).toBeUndefined();
  });

  // With mode buffer, Node passes on what it reads at once.
  if (mode === 'stream') test('stop() gives what Node had read and not yet passed on', async () => {
    const { far } = pair;
    const near = pair.near.pause();
    far.send('buffered');
    near.read(0); // Node reads into its own buffer, and no event says so while the socket is paused.
    while (near.readableLength === 0) await new Promise(setImmediate);
    const waiting = readText();
    reader.stop();
    expect(await waiting).toBe('buffered');
    expect(await readText()).toBeUndefined();
  });

  test('discard() forgets what nobody asked for', async () => {
    const { near, far } = pair;
    near.resume();
    far.send('read');
    await untilRead(4);
    reader.discard();
    expect(await readText()).toBeUndefined();
  });

  test('discard() answers a read() that waits', async () => {
    const waiting = reader.read();
    reader.discard();
    expect(await waiting).toBeUndefined();
    expect(reader.ended).toBe(false);
  });
});
