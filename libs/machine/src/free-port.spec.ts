import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort } from './free-port.ts';

test('freePort() gives ports that can be listened on, none of those that a kernel gives to connections', async () => {
  for (let count = 0; count < 20; count += 1) {
    const port = await freePort();
    expect(port).toBeGreaterThan(1_023);
    expect(port).toBeLessThan(32_768);
    const listener = createServer().listen(port, '127.0.0.1');
    await once(listener, 'listening');
    listener.close();
  }
});
