import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { canReadIntoBuffer, readIntoBuffer } from './shared-read-buffer.ts';
import { SocketPairs } from './testing/socket-pairs.ts';

describe('readIntoBuffer()', () => {
  let pairs: SocketPairs;
  beforeEach(async () => {
    pairs = await SocketPairs.open();
  });
  afterEach(() => pairs.close());

  test('gives each read a view of the same memory, and FIN as an end', async () => {
    const { near, far } = await pairs.pair();
    const chunks: Buffer[] = [];
    const read: string[] = [];
    readIntoBuffer(near, (length, buffer) => {
      const chunk = buffer.subarray(0, length);
      chunks.push(chunk);
      read.push(chunk.toString());
      near.write(chunk.toString().toUpperCase());
    });
    near.resume();
    far.send('one');
    await far.until(() => far.text === 'ONE');
    far.send('two');
    await far.until(() => far.text === 'ONETWO');
    const ended = once(near, 'end');
    far.socket.end();
    await ended;
    expect(read).toEqual(['one', 'two']);
    expect(chunks[0]?.buffer).toBe(chunks[1]?.buffer);
    expect(chunks[0]?.toString()).toBe('two'); // Overwritten: whoever keeps a chunk must copy it.
  });

  test('reads nothing while the socket is paused', async () => {
    const { near, far } = await pairs.pair();
    let reads = 0;
    readIntoBuffer(near, () => reads++);
    far.send('unread');
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect([reads, near.bytesRead]).toEqual([0, 0]);
  });

  test('leaves alone a socket that is closed already', async () => {
    const { near } = await pairs.pair();
    near.destroy();
    await once(near, 'close');
    readIntoBuffer(near, () => undefined);
    expect(near.destroyed).toBe(true);
  });
});

test('canReadIntoBuffer() finds that the Node of this project can', async () => {
  expect(await canReadIntoBuffer()).toBe(true);
});
