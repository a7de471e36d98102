import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { unreadBytes } from './unread-bytes.ts';

// There is a table to read on Linux only.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('unreadBytes() counts what was sent and not read, until it is read', async () => {
  const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ host: '127.0.0.1', port });
  const [[socket]] = (await Promise.all([once(server, 'connection'), once(client, 'connect')])) as [[Socket], unknown];
  try {
    const ours = client.localPort ?? 0;
    const counts = [unreadBytes(port, ours)];
    client.write('abc');
    counts.push(unreadBytes(port, ours));
    socket.resume();
    await once(socket, 'data');
    counts.push(unreadBytes(port, ours), unreadBytes(port, 1));
    expect(counts).toEqual([0, 3, 0, undefined]);
  } finally {
    client.destroy();
    socket.destroy();
    server.close();
  }
});
