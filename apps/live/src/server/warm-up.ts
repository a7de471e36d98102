import { Clock, LineClient } from '#experiments';
import type { Address } from '#measure';

/** A few clients whom nobody sees, so that what Node compiles once does not stand in the first picture. */
export async function warmUp(address: Address, overlapping: boolean): Promise<void> {
  const clock = new Clock();
  const visit = async (): Promise<void> => {
    const client = new LineClient({ ...address, clock, onReply: () => { client.leave(); } });
    await client.connected;
    client.send('hello');
    await client.closed;
  };
  for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: overlapping ? 4 : 1 }, visit));
}
