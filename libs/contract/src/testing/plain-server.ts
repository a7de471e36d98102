/**
 * An echo server as the assignment lets anybody write it (examples/class/assignment.md), with nothing that it does not ask
 * for: bytes go back as they came, and each read is answered in parts, of which one may end in the middle of a character.
 * `plain-server.ts PORT`
 */
import { createServer } from 'node:net';

createServer({ allowHalfOpen: true }, (socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    for (const part of [chunk.subarray(0, 3), chunk.subarray(3)]) {
      if (part.length > 0) socket.write(Buffer.concat([Buffer.from('Echo: '), part]));
    }
  });
  socket.on('end', () => socket.end());
}).listen(Number(process.argv[2]), '127.0.0.1');
