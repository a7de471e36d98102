/** A server as the experiments start it, that gives back what it reads in capitals. */
import { type AddressInfo, createServer } from 'node:net';

const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
  socket.on('data', (chunk) => socket.write(`Echo: ${chunk.toString().toUpperCase()}`));
  socket.on('end', () => socket.end());
  socket.on('error', () => undefined);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`shouting-server listening on 127.0.0.1:${port}\n`);
});
