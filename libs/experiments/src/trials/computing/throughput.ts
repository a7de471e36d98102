import { setTimeout as sleep } from 'node:timers/promises';
import { Clock } from '../../running/clock.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { LineClient } from '../../clients/line-client.ts';
import { repliesPerSecond } from './replies-per-second.ts';
import { requireLeft } from '../../clients/require-left.ts';

export interface BackToBack {
  readonly clients: number;
  readonly message: string;
  /** For how long, ms. */
  readonly duration: number;
}

/**
 * Messages a second that so many clients get answered who each send the next one when the reply has come.
 *
 * @throws ExperimentError where a client is not answered right
 */
export async function throughput(server: LabServer, { clients, message, duration }: BackToBack): Promise<number> {
  const clock = new Clock();
  let open = true;
  const first = Promise.withResolvers<undefined>();
  const onReply = (client: LineClient): void => {
    first.resolve(undefined);
    if (open) client.send(message);
    else client.leave();
  };
  const crowd = Array.from({ length: clients }, () => new LineClient({ ...server.address, clock, onReply }));
  await Promise.all(crowd.map(({ connected }) => connected));
  const began = clock.now();
  for (const client of crowd) client.send(message);
  // On a machine that others use, even one reply may take longer.
  await Promise.all([sleep(duration), Promise.race([first.promise, ...crowd.map(({ closed }) => closed)])]);
  open = false;
  const over = clock.now();
  await requireLeft(server.name, crowd);
  const replied = crowd.flatMap(({ exchanges }) => exchanges.map((exchange) => exchange.replied ?? Infinity));
  return repliesPerSecond(replied, { began, over });
}
