import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from './server-error.ts';

/**
 * Chooses between a cheap way that rests on what Node does not document, and the documented one.
 *
 * @param asked what a flag asks for; undefined for the cheap way, where it works
 * @param works tries the cheap way
 * @throws ServerError that says `refusal`, where the cheap way was asked for and does not work
 */
export async function choose<Way extends string>(
  asked: Way | undefined,
  [cheap, documented]: readonly [Way, Way],
  works: () => Promise<boolean>,
  refusal: string,
): Promise<Way> {
  if (asked === documented) return documented;
  if (await works()) return cheap;
  if (asked === undefined) return documented;
  throw new ServerError('DOES_NOT_WORK', refusal);
}

/** What a try may take, ms, on a busy machine, before it is given up. */
const patienceMs = 10_000;

/**
 * Whether `use` works on a connection of this process to itself.
 *
 * @param use is given what a listener accepted, unread, and what its peer sent before its FIN
 */
export async function worksOnOwnConnection(use: (accepted: Socket, sent: string) => Promise<boolean>): Promise<boolean> {
  const sent = 'abc';
  const listener = createServer({ pauseOnConnect: true, allowHalfOpen: true });
  const ends: Socket[] = [];
  try {
    listener.listen({ host: '127.0.0.1', port: 0, exclusive: true });
    await once(listener, 'listening');
    const address = listener.address() as { readonly port: number };
    const far = connect(address.port, '127.0.0.1');
    ends.push(far.on('error', () => undefined).end(sent));
    const [accepted] = (await once(listener, 'connection')) as [Socket];
    ends.push(accepted);
    return await Promise.race([use(accepted, sent), sleep(patienceMs, false, { ref: false })]);
  } catch {
    return false;
  } finally {
    listener.close();
    for (const end of ends) end.destroy();
  }
}
