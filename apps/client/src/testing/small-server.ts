import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A server in the test's own process, on a port of its own. */
export interface SmallServer {
  readonly port: number;
  readonly listener: Server;
  close(): Promise<void>;
}

/** @param serve what the server does with each connection */
export async function smallServer(serve: (socket: Socket) => void): Promise<SmallServer> {
  const sockets = new Set<Socket>();
  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.end());
    socket.on('close', () => sockets.delete(socket));
    serve(socket);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    listener,
    async close() {
      listener.close();
      for (const socket of sockets) socket.destroy();
      if (listener.listening) await once(listener, 'close');
    },
  };
}

/** Answers each chunk, as `--framing chunk` does. */
export function echoChunks(socket: Socket): void {
  socket.on('data', (chunk) => socket.write(Buffer.concat([Buffer.from('Echo: '), chunk as Buffer])));
}

/** Answers each line, as `--framing line` does. */
export function echoLines(socket: Socket): void {
  let partial = '';
  socket.on('data', (chunk: Buffer) => {
    const lines = (partial + chunk.toString('latin1')).split('\n');
    partial = lines.pop() ?? '';
    if (!socket.write(lines.map((line) => `Echo: ${line}\n`).join(''), 'latin1')) socket.pause();
  });
  socket.on('drain', () => socket.resume());
}
