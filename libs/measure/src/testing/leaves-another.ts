/**
 * Starts a good server of the framing line in its place, and ends with 3: `at-once`, or when that was `loaded`. The first
 * argument says whether that one runs `beside` it, in the same session, or as a `daemon`; the third is the port.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const [how = '', when = '', port = ''] = process.argv.slice(2);
if (how === 'good') serve();
else leave();

function leave(): void {
  const args = [import.meta.filename, 'good', when, port];
  const good = spawn(process.execPath, args, { detached: how === 'daemon', stdio: ['ignore', 'pipe', 'inherit'] });
  good.stdout.once('data', () => {
    process.stderr.write(`my place has ${good.pid ?? 0}\n`, () => process.exit(3));
  });
}

function serve(): void {
  // Nobody may read it any more.
  process.stdout.on('error', () => undefined);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      process.stdout.write('loaded');
      socket.write(chunk.toString().replace(/^(?=.)/gm, 'Echo: '));
    });
  });
  server.listen(Number(port), '127.0.0.1');
  if (when === 'at-once') process.stdout.write('started');
}
