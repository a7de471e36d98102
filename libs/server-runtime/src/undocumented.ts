import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from './server-error.ts';

/** A cheap way that rests on what Node does not document, and the documented one. */
export interface Choice<Cheap extends string, Documented extends string> {
  /** What a flag asks for; undefined for the cheap way, where it works. */
  readonly asked: Cheap | Documented | undefined;
  readonly cheap: Cheap;
  readonly documented: Documented;
  /** Tries the cheap way. */
  readonly works: () => Promise<boolean>;
  /** Says that what was asked for does not work. */
  readonly refusal: string;
}

/** @throws ServerError where the cheap way was asked for and does not work */
export async function choose<Cheap extends string, Documented extends string>(
  { asked, cheap, documented, works, refusal }: Choice<Cheap, Documented>,
): Promise<Cheap | Documented> {
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
