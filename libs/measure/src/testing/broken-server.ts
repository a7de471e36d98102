/**
 * A `line` server that is wrong in the way that its first argument says; the second is its port, the third the number of
 * the message of a connection that suffers; with `load` as the fourth, one of a load that is. A process of its own, because
 * that is what is measured.
 */
import { createServer } from 'node:net';

const [kind = 'right', port = '0', suffers = '5', of = 'any'] = process.argv.slice(2);
if (kind === 'unstartable') {
  console.error('the disk is full');
  process.exit(1);
}

const broken: Readonly<Record<string, (lines: string[], at: number) => unknown>> = {
  right: () => undefined,
  loses: (lines, at) => void lines.splice(at, 1),
  doubles: (lines, at) => void lines.splice(at, 0, lines[at] ?? ''),
  corrupts: (lines, at) => void (lines[at] = lines[at]?.replace('a', 'A') ?? ''),
  swaps: (lines, at) => void lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  closes: () => undefined,
  dies: () => undefined,
  greets: () => undefined,
  // It stops for 200 ms, and is none the worse for it.
  stalls: () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200),
};

createServer({ allowHalfOpen: true }, (socket) => {
  let count = 0;
  let partial = '';
  if (kind === 'greets') socket.write('Welcome\n');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const lines = (partial + chunk.toString('latin1')).split('\n');
    partial = lines.pop() ?? '';
    const counts = of === 'any' || /^\w{3}\.\w{3}\./.test(lines[0] ?? '');
    const at = counts ? Number(suffers) - count : -1;
    count += lines.length;
    if (at >= 0 && at < lines.length) {
      if (kind === 'dies') process.exit(3);
      if (kind === 'closes') socket.destroy();
      broken[kind]?.(lines, at);
    }
    if (socket.destroyed || socket.write(lines.map((line) => `Echo: ${line}\n`).join(''), 'latin1')) return;
    socket.pause().once('drain', () => socket.resume());
  });
  socket.on('end', () => socket.end(partial === '' ? '' : `Echo: ${partial}`, 'latin1'));
}).listen(Number(port), '127.0.0.1');
