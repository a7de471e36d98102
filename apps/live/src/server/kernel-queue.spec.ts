import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { KernelQueue } from './kernel-queue.ts';

const linux = existsSync('/proc/net/tcp');

(linux ? test : test.skip)(`KernelQueue tells whom a server has not accepted, and when it has${linux ? '' : ' (needs /proc/net/tcp)'}`, async () => {
  const listener = createServer().listen(0, '127.0.0.1');
  using leaving = new DisposableStack();
  leaving.defer(() => listener.close());
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  const told: [string, number][] = [];
  const empty = Promise.withResolvers<undefined>();
  const queue = new KernelQueue(() => [{ name: 'a server', port }], (server, length) => {
    told.push([server, length]);
    if (told.length > 1 && length === 0) empty.resolve(undefined);
  });
  const client = connect(port, '127.0.0.1');
  leaving.defer(() => client.destroy());
  // It is asked in the turn in which the kernel has connected them, and this event loop has not come round to accept.
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
  leaving.defer(() => {
    queue.watch(false);
  });
  queue.watch(true);
  await empty.promise;
  queue.watch(false);
  expect(told).toEqual([['a server', 1], ['a server', 0]]);
});
