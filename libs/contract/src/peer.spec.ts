import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { expectCarried } from './clauses/support.ts';
import { Peer } from './peer.ts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A peer of a server that does this with each connection. */
async function peerOf(serve: (socket: Socket) => void): Promise<Peer> {
  const server = createServer((socket) => {
    opened.push({ close: () => socket.destroy() });
    socket.on('error', () => undefined);
    serve(socket);
  }).listen(0, '127.0.0.1');
  opened.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Peer.connect({ host: '127.0.0.1', port, framing: 'line', patience: 20_000 });
}

/** Writes for as long as somebody reads. */
function writeForEver(socket: Socket, text: string): void {
  const block = Buffer.from(text.repeat(10_000));
  const write = (): void => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', write);
  write();
}

describe('Peer', () => {
  test.each([
    ['expect()', (peer: Peer, text: string) => peer.expect(text)],
    ['expectCarried()', (peer: Peer, text: string) => expectCarried(peer, Buffer.from(text.replaceAll('Echo: ', '')), 'all')],
  ])('%s takes 100,000 small pieces', async (_, awaits) => {
    const peer = await peerOf(() => undefined);
    const pieces = Array.from({ length: 100_000 }, (__, index) => Buffer.from(`Echo: ${index} ${'x'.repeat(40)},`));
    const text = Buffer.concat(pieces).toString();
    void peer.send(text);
    const began = process.cpuUsage();
    const awaited = awaits(peer, text);
    // One by one, as a socket may bring them.
    for (const piece of pieces) peer.socket.emit('data', piece);
    await awaited;
    // Were all that came joined for each piece, this would take minutes. Jest's own limit would not end it: nothing is awaited
    // before the last piece.
    expect(process.cpuUsage(began).user).toBeLessThan(20e6);
    peer.destroy();
  });

  test('expect() fails at the first byte that is not expected', async () => {
    const peer = await peerOf((socket) => socket.write('Echo: hellO'));
    await peer.say('hello');
    await expect(peer.hear('hello')).rejects.toThrow('expected "Echo: hello\\n", but got "Echo: hellO"');
    peer.destroy();
  });

  test('expectCarried() fails at a byte that was not sent, though fewer came than were sent', async () => {
    const peer = await peerOf((socket) => socket.write('Echo: oneEcho: twO'));
    await expect(expectCarried(peer, Buffer.from('onetwothree'), 'all')).rejects.toThrow('but got "Echo: oneEcho: twO"');
    peer.destroy();
  });

  test.each([
    ['untilClosed()', (peer: Peer) => peer.untilClosed()],
    ['expectGone()', (peer: Peer) => peer.expectGone('the end')],
    ['until()', (peer: Peer) => peer.until(() => peer.count > 1e12, 'the end')],
  ])('%s fails at once where more comes than an echo can have, and keeps a bounded part of it', async (_, awaits) => {
    const peer = await peerOf((socket) => {
      writeForEver(socket, 'Echo: x');
    });
    await peer.say('x');
    await expect(awaits(peer)).rejects.toThrow(/but got \d+ bytes, more than any echo of what was sent: "Echo: xEcho/);
    expect(peer.pending.length).toBeLessThan(1_000_000);
  });

  test('an echo of the shortest messages is never too much', async () => {
    const peer = await peerOf((socket) => socket.on('data', (chunk) => socket.write('Echo: \n'.repeat(chunk.length))));
    const text = '\n'.repeat(100_000);
    void peer.send(text);
    await peer.expect('Echo: \n'.repeat(text.length));
    peer.destroy();
  });
});
