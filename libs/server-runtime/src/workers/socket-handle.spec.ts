import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
// What it is for.
// eslint-disable-next-line @typescript-eslint/no-restricted-imports
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Peer } from '#testing';
import { attach, canTransferHandle, detach, type SocketHandle } from './socket-handle.ts';

let listener: Server;

beforeEach(async () => {
  listener = createServer({ allowHalfOpen: true, pauseOnConnect: true }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
});

afterEach(() => {
  listener.close();
});

/** A client, and the socket that was accepted of it. */
async function accept(): Promise<{ peer: Peer; accepted: Socket }> {
  const connection = once(listener, 'connection') as Promise<[Socket]>;
  const { port } = listener.address() as { readonly port: number };
  const peer = await Peer.connect(port);
  return { peer, accepted: (await connection)[0] };
}

/** The way that a handle takes to a thread. */
function transfer(handle: SocketHandle): SocketHandle {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(handle, [handle]);
  const arrived = receiveMessageOnPort(port2) as { readonly message: SocketHandle };
  port1.close();
  return arrived.message;
}

test('a connection goes on around its handle: nothing is lost that came before, and it is half open at FIN', async () => {
  const { peer, accepted } = await accept();
  peer.socket.end('before');
  await once(peer.socket, 'finish');
  const handle = detach(accepted);
  expect(accepted.destroyed).toBe(true);

  const socket = attach(transfer(handle));
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  expect([socket.isPaused(), socket.bytesRead, socket.allowHalfOpen]).toEqual([true, 0, true]);
  socket.setEncoding('utf8').resume();
  expect(await once(socket, 'data')).toEqual(['before']);
  await once(socket, 'end');
  socket.end('after');
  expect(await peer.untilEnded()).toBe('after');
});

test('the listener counts a connection no more that was taken from it', async () => {
  const { accepted } = await accept();
  const socket = attach(detach(accepted));
  listener.close();
  await once(listener, 'close');
  expect(socket.destroyed).toBe(false);
  socket.destroy();
});

test('this Node can transfer a handle, and says so at once', async () => {
  expect(await canTransferHandle()).toBe(true);
});
