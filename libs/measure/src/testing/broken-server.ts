/**
 * A `line` server that is wrong in the way that its first argument says; the second is its port. A process of its own,
 * because that is what is measured.
 */
import { createServer } from 'node:net';

const [kind = 'right', port = '0'] = process.argv.slice(2);
if (kind === 'unstartable') {
  console.error('the disk is full');
  process.exit(1);
}

/** Message 5 of a connection is the one that suffers. */
const broken: Readonly<Record<string, (lines: string[], at: number) => void>> = {
  right: () => undefined,
  loses: (lines, at) => void lines.splice(at, 1),
  doubles: (lines, at) => void lines.splice(at, 0, lines[at] ?? ''),
  corrupts: (lines, at) => void (lines[at] = lines[at]?.replace('a', 'A') ?? ''),
  swaps: (lines, at) => void lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
  closes: () => undefined,
  dies: () => undefined,
};

createServer((socket) => {
  let count = 0;
  let partial = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const lines = (partial + chunk.toString()).split('\n');
    partial = lines.pop() ?? '';
    const at = 5 - count;
    count += lines.length;
    if (at >= 0 && at < lines.length) {
      if (kind === 'dies') process.exit(3);
      if (kind === 'closes') socket.destroy();
      broken[kind]?.(lines, at);
    }
    if (!socket.destroyed) socket.write(lines.map((line) => `Echo: ${line}\n`).join(''));
  });
}).listen(Number(port), '127.0.0.1');
