/**
 * The obvious way with a plain `node:net` server: text, a line at a time, and a write for each. It ignores what `write`
 * returns, so a client that never reads fills its memory; and it has none of what makes a server safe to run.
 */
import { flushCompileCache } from 'node:module';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { parseArgs } from 'node:util';

function serve(socket: Socket): void {
  let partial = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (partial + text).split('\n');
    partial = lines.pop() ?? '';
    for (const line of lines) socket.write(`Echo: ${line}\n`);
  });
  socket.on('end', () => {
    if (partial !== '') socket.write(`Echo: ${partial}`);
    socket.end();
  });
  socket.on('error', () => socket.destroy());
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '5000' } } });
// Without noDelay, a figure would be of Nagle's algorithm, which holds each small write back for the one before.
const listener = createServer({ noDelay: true, allowHalfOpen: true }, serve);
listener.listen(Number(values.port), '127.0.0.1', () => {
  const { address, port } = listener.address() as AddressInfo;
  console.log(`node-plain listening on ${address}:${port}`);
});
// A signal ends it, and Node keeps what it compiled only when a process exits by itself: ours would start from that, and it
// would not.
flushCompileCache();
