/** A server as the experiments start it, that takes a millisecond of its event loop for each connection that it accepts. */
import { type AddressInfo, createServer } from 'node:net';

const server = createServer((socket) => {
  socket.on('error', () => undefined);
  const until = performance.now() + 1;
  while (performance.now() < until);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`slow-server listening on 127.0.0.1:${port}\n`);
});
