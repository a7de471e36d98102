/**
 * A server as the experiments start it, that takes no flags of its own and says of three connections in four that worker 1
 * served them, and of the others worker 2.
 */
import { type AddressInfo, createServer } from 'node:net';

const say = (event: string, fields: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify({ event, ns: Number(process.hrtime.bigint()), ...fields })}\n`);
};

if (process.argv.includes('--help')) {
  process.stdout.write('Options:\n  --port <PORT>  port to listen on (default: 5000)\n');
  process.exit();
}

let accepted = 0;
const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
  const connection = ++accepted;
  const about = { connection, peer: `127.0.0.1:${socket.remotePort ?? 0}`, worker: connection % 4 === 0 ? 2 : 1 };
  let messages = 0;
  say('serving', about);
  socket.on('data', (chunk) => {
    messages += 1;
    socket.write(Buffer.concat([Buffer.from('Echo: '), Buffer.from(chunk)]));
  });
  socket.on('end', () => socket.end());
  socket.on('close', () => {
    say('ended', { ...about, messages });
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  say('listening', { host: '127.0.0.1', port });
});
