import { Clock } from '../../running/clock.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { LineClient } from '../../clients/line-client.ts';
import { requireLeft } from '../../clients/require-left.ts';
import { takeTurns, type Turns } from '../../running/take-turns.ts';

export interface LightClients extends Turns {
  readonly clients: number;
  /** What one client more sends all the while, back to back; undefined for none. */
  readonly heavy?: string | undefined;
}

/**
 * How long the replies to clients take whose messages cost nothing, ms, client by client. They send by the clock and not
 * upon the reply: else a client that is kept waiting would send less, and its waits count for less.
 *
 * @throws ExperimentError where a client is not answered right
 */
export async function lightClients(server: LabServer, options: LightClients): Promise<readonly (readonly number[])[]> {
  const { clients, heavy } = options;
  const clock = new Clock();
  let open = true;
  const light = Array.from({ length: clients }, () => new LineClient({ ...server.address, clock }));
  const onReply = (client: LineClient): void => {
    if (open && heavy !== undefined) client.send(heavy);
    else client.leave();
  };
  const others = heavy === undefined ? [] : [new LineClient({ ...server.address, clock, onReply })];
  const all = [...light, ...others];
  await Promise.all(all.map(({ connected }) => connected));
  if (heavy !== undefined) others[0]?.send(heavy);
  await takeTurns(light, options, (client) => {
    client.send('light');
  });
  open = false;
  for (const client of light) client.leave();
  await requireLeft(server.name, all);
  return light.map(({ latencies }) => latencies);
}
