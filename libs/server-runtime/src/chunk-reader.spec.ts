import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ChunkReader } from './chunk-reader.ts';
import { type SocketPair, SocketPairs } from './testing/socket-pairs.ts';

describe('ChunkReader', () => {
  let pairs: SocketPairs;
  let pair: SocketPair;
  let reader: ChunkReader;
  beforeEach(async () => {
    pairs = await SocketPairs.open();
    pair = await pairs.pair();
    pair.near.on('error', () => undefined);
    reader = new ChunkReader(pair.near);
  });
  afterEach(() => pairs.close());
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
    for (let chunk = await reader.read(); chunk !== undefined; chunk = await reader.read()) came.push(chunk);
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
    await once(near, 'data');
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

  test('stop() gives what Node had read and not yet passed on', async () => {
    const { near, far } = pair;
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
    await once(near, 'data');
    reader.discard();
    expect(await readText()).toBeUndefined();
  });

  test('read() ends when the socket is closed, by us or by a reset', async () => {
    const ours = reader.read();
    pair.near.destroy();
    expect(await ours).toBeUndefined();

    const other = await pairs.pair();
    other.near.on('error', () => undefined);
    const theirs = new ChunkReader(other.near);
    const read = theirs.read();
    other.far.socket.resetAndDestroy();
    expect(await read).toBeUndefined();
    expect(theirs.ended).toBe(false);
  });
});
