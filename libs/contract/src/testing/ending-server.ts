/**
 * Small servers that do what a bad day brings: `ending-server.ts PORT WAY`. They end, or leave somebody else on their
 * port, or reset whoever comes, or never stop talking.
 */
import { spawn } from 'node:child_process';
import { createServer, type Socket } from 'node:net';

const [, file = '', port = '0', way = '', parent] = process.argv;
let clients = 0;

function serve(socket: Socket): void {
  socket.on('error', () => undefined);
  clients++;
  if (way === 'resets') {
    socket.resetAndDestroy();
    return;
  }
  if (clients > 3 && way === 'ends-in-steps') {
    socket.resetAndDestroy(); // Its listener is there a little longer than its connections.
    listener.close(() => process.exit(3));
    return;
  }
  if (way === 'endless') {
    const block = 'Echo: x'.repeat(10_000);
    const write = (): void => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on('drain', write);
    write();
    return;
  }
  socket.on('data', (chunk: Buffer) => {
    if (clients >= 3 && way === 'ended-by-signal') {
      process.stderr.write('one\ntwo\n\u001b[31mthree\nfour: broken\n', () => process.kill(process.pid, 'SIGKILL'));
    } else if (clients >= 3 && way === 'exits') process.exit(3);
    else if (clients >= 3 && way === 'ends-in-steps') socket.resetAndDestroy();
    else if (clients >= 3 && (way === 'closes' || way === 'ends-late')) {
      listener.close();
      socket.destroy();
      if (way === 'ends-late') setTimeout(() => process.exit(3), 500);
      else setInterval(() => undefined, 1_000); // It lives on.
    } else if (way !== 'lines' || chunk.includes('\n')) socket.write(`Echo: ${chunk.toString()}`);
  });
  socket.on('end', () => socket.end());
}

const listener = createServer({ allowHalfOpen: true }, serve);
const listen = (): void => {
  listener.listen(Number(port), '127.0.0.1', () => process.stdout.write('up\n'));
};

// In the same session, as after fork(2), and listening when the first is certainly gone.
if (way === 'leaves-another') spawn(process.execPath, [file, port, 'left', `${process.pid}`], { stdio: 'inherit' }).once('spawn', () => process.exit(3));
else if (way === 'left') {
  const clock = setInterval(() => {
    if (process.ppid === Number(parent)) return;
    clearInterval(clock);
    listen();
  }, 5);
} else listen();
