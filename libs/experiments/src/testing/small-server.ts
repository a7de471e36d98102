import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach } from '@jest/globals';
import type { Address } from '#measure';

const started: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];

// A test that fails leaves neither a listener nor a connection behind.
afterEach(async () => {
  for (const { server, sockets } of started.splice(0)) {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) continue;
    server.close();
    await once(server, 'close');
  }
});

/** A server of a few lines within the test, on a port of its own, so that a test can say what a server does wrong. */
export async function smallServer(serve: (socket: Socket) => void): Promise<Address> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  started.push({ server, sockets });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return { host: '127.0.0.1', port: address.port };
}

/** Answers each read as the protocol has it with framing chunk, and ends after the client's FIN. */
export function echo(socket: Socket): void {
  socket.on('data', (chunk: Buffer) => socket.write(Buffer.concat([Buffer.from('Echo: '), chunk])));
  socket.on('end', () => socket.end());
}
