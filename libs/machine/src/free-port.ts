import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * From here on Linux usually takes ports, for connections and for whoever asks for any (ip(7), ip_local_port_range): one from
 * there may be somebody's connection before it is listened on.
 */
const kernels = 32_768;

/**
 * A port of 127.0.0.1 that nobody listens on; somebody else may take it before it is used. The contract, which knows no other
 * library of ours, has the same.
 *
 * @throws Error where none can be had
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(kernels / 2, kernels);
    const listener = createServer().listen(port, '127.0.0.1');
    try {
      await once(listener, 'listening');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') continue;
      throw error;
    }
    listener.close();
    await once(listener, 'close');
    return port;
  }
}
