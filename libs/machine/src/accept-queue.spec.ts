import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { acceptQueues } from './accept-queue.ts';

const linux = existsSync('/proc/net/tcp');

(linux ? test : test.skip)(`acceptQueues() counts whom a listener has not accepted${linux ? '' : ' (needs /proc/net/tcp)'}`, async () => {
  // Not accepted as long as this event loop does not come round: it is asked in the turn in which the kernel has connected them.
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  expect(acceptQueues([port, 1])).toEqual(new Map([[port, 0], [1, 0]]));
  const client = connect(port, '127.0.0.1');
  // connect(2) to a listener on loopback is done when it returns, the handshake included.
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
  expect(acceptQueues([port])?.get(port)).toBe(1);
  await once(client, 'connect');
  client.destroy();
  listener.close();
});
