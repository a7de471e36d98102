/**
 * The yardstick: what a plain `node:net` server costs when it reads a chunk, prefixes its lines and writes once.
 * It leaves out everything that makes a server safe to run: limits, UTF-8 validation, logs, time-outs, drain.
 *
 * Text is handled as latin1: one character a byte, so any bytes go through unchanged, and V8 joins short strings
 * faster than it copies short buffers.
 */
import * as module from 'node:module';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { parseArgs } from 'node:util';

const prefix = 'Echo: ';

function serve(socket: Socket): void {
  let partial = '';
  socket.on('data', (chunk: Buffer) => {
    const text = chunk.toString('latin1');
    let end = text.indexOf('\n');
    if (end === -1) {
      partial += text;
      return;
    }
    let replies = prefix + partial + text.slice(0, end + 1);
    let start = end + 1;
    while ((end = text.indexOf('\n', start)) !== -1) {
      replies += prefix + text.slice(start, end + 1);
      start = end + 1;
    }
    partial = text.slice(start);
    if (!socket.write(replies, 'latin1')) socket.pause();
  });
  socket.on('drain', () => socket.resume());
  socket.on('end', () => socket.end(partial === '' ? '' : prefix + partial, 'latin1'));
  socket.on('error', () => socket.destroy());
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '5000' } } });
const listener = createServer({ noDelay: true, allowHalfOpen: true }, serve);
listener.listen(Number(values.port), '127.0.0.1', () => {
  const { address, port } = listener.address() as AddressInfo;
  console.log(`node-batched listening on ${address}:${port}`);
});
// A signal ends it, and Node keeps what it compiled only when a process exits by itself: ours would start from that, and it
// would not. Other runtimes may not have the function.
if ('flushCompileCache' in module) module.flushCompileCache();
