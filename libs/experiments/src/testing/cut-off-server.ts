/** A broken server for tests: it logs what it receives, answers nobody, and at SIGTERM ends. */
import { type AddressInfo, createServer } from 'node:net';

const log = (event: string, fields: object = {}): void => {
  process.stdout.write(`${JSON.stringify({ event, ns: Number(process.hrtime.bigint()), ...fields })}\n`);
};

const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', () => {
    log('received');
  });
}).listen(0, '127.0.0.1', () => {
  const { address, port } = server.address() as AddressInfo;
  log('listening', { host: address, port });
});

process.on('SIGTERM', () => process.exit(0));
