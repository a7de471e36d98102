import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerEvent } from '#record';
import { processesOf } from '#machine';
import { Clock } from '../../running/clock.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { LineClient } from '../../clients/line-client.ts';
import { takeTurns } from '../../running/take-turns.ts';

export interface CrashPlan {
  readonly clients: number;
  /** For how long the clients talk before the end of a worker, and after it, ms. */
  readonly before: number;
  readonly after: number;
}

/** One client through the crash. Times are ms of the crash's clock. */
export interface CrashClient {
  /** When its connection was gone; undefined where it was answered on the same one afterwards. */
  readonly lostAt: number | undefined;
  /** When a new connection of its own was answered; undefined where none was needed or had. */
  readonly backAt: number | undefined;
}

/** What the end of a worker, or of a server without workers, did to its clients. */
export interface Crash {
  readonly clients: readonly CrashClient[];
  /** When the worker was ended. */
  readonly at: number;
  readonly lasted: number;
  /** Its workers, and how many of the clients each held, by its events; none where it ended as a whole. */
  readonly workers: readonly { readonly id: number; readonly held: number }[];
  /** The one that was ended, and when another one was ready in its place. */
  readonly victim: { readonly id: number; readonly replacedAt: number } | undefined;
}

/** How often each client sends, ms. */
const talkEvery = 20;
/** How long an answer may take, ms. */
const patience = 10_000;

/**
 * Ends the worker that holds most clients while they talk: SIGKILL for a process; for a thread, which nothing outside
 * can end, a message whose work ends it; and for a server without workers, SIGKILL to all of it. Clients that lose their
 * connection try again, once. They come one by one: who gets how many of a burst is chance.
 *
 * @param server logs at `debug`, and takes messages as `work/by-message.ts` does
 * @param started a clock that began before the server did
 * @throws ExperimentError where no worker comes in the place of the one that ended
 */
export async function crashUnderLoad(server: LabServer, started: Clock, plan: CrashPlan): Promise<Crash> {
  const clock = new Clock();
  const crowd: LineClient[] = [];
  const changes = new EventEmitter<{ change: [] }>();
  const changed = (): unknown => changes.emit('change');
  while (crowd.length < plan.clients) {
    const client = new LineClient({ ...server.address, clock, onReply: changed });
    void client.closed.then(changed);
    crowd.push(client);
    await server.until(clock, (events) => events.filter(({ event }) => event === 'accepted').length >= crowd.length);
  }
  const back = crowd.map(async ({ closed }) => ((await closed) === 'left' ? undefined : tryAgain(server, clock)));
  const talk = (duration: number): Promise<void> =>
    takeTurns(crowd, { every: talkEvery, duration }, (client) => {
      if (client.inFlight === 0) client.send('hello');
    });
  await talk(plan.before);
  const workers = server.events(started).filter(({ event }) => event === 'worker-started');
  if (workers.length > 0) await server.until(clock, (events) => heldBy(events).size >= plan.clients);
  const holders = heldBy(server.events(clock));
  const held = workers.map((event) => {
    const own = crowd.filter(({ address }) => holders.get(address) === event['id']);
    return { event, id: Number(event['id']), clients: own };
  });
  const [busiest] = held.toSorted((a, b) => b.clients.length - a.clients.length);
  const at = clock.now();
  if (busiest === undefined) await server.end('SIGKILL');
  else await endWorker(server, busiest.event, busiest.clients[0] ?? (crowd[0] as LineClient));
  await talk(plan.after);
  const victim = workers.length === 0 ? undefined : await replacement(server, clock);
  // Whoever has not been answered yet on a slow machine is not lost: they are asked once more, and waited for.
  const wentOn = ({ exchanges }: LineClient): boolean => exchanges.some(({ sent, replied }) => sent > at && replied !== undefined);
  const open = (): readonly LineClient[] => crowd.filter((client) => client.closedAt === undefined && !wentOn(client));
  for (const client of open()) client.send('hello');
  const late = AbortSignal.timeout(patience);
  while (open().length > 0 && !late.aborted) await once(changes, 'change', { signal: late }).catch(() => undefined);
  const lasted = clock.now();
  const lostAt = crowd.map((client) => client.closedAt ?? (wentOn(client) ? undefined : lasted));
  for (const client of crowd) client.leave();
  const backAt = await Promise.all(back);
  return {
    clients: crowd.map((_, index) => ({ lostAt: lostAt[index], backAt: backAt[index] })),
    at,
    lasted,
    workers: held.map(({ id, clients }) => ({ id, held: clients.length })),
    victim,
  };
}

/** Which worker serves which client's address just now. */
function heldBy(events: readonly ServerEvent[]): ReadonlyMap<unknown, number> {
  const holders = new Map<unknown, number>();
  for (const { event, worker = 0, ['peer']: peer } of events) {
    if (event === 'serving') holders.set(peer, worker);
    if (event === 'ended' || event === 'reset') holders.delete(peer);
  }
  return holders;
}

/** @param held one of the clients that the worker holds */
async function endWorker(server: LabServer, { pid }: ServerEvent, held: LineClient): Promise<void> {
  if (typeof pid === 'number') {
    // A process of this server, and of nobody else.
    if (processesOf(server.pid).some((one) => one.pid === pid)) process.kill(pid, 'SIGKILL');
    return;
  }
  held.send('end');
  await held.closed;
}

function replacement(server: LabServer, clock: Clock): Promise<NonNullable<Crash['victim']>> {
  return server.until(clock, (events) => {
    const ended = events.find(({ event }) => event === 'worker-ended');
    const next = events.find(({ event, id }) => event === 'worker-started' && id === ended?.['id']);
    return next && { id: Number(next['id']), replacedAt: next.at };
  });
}

/** One more connection, at once: when its message was answered. */
async function tryAgain(server: LabServer, clock: Clock): Promise<number | undefined> {
  const again = new LineClient({
    ...server.address,
    clock,
    onReply: (client) => {
      client.leave();
    },
  });
  again.send('hello again');
  await Promise.race([again.closed, sleep(patience, undefined, { ref: false })]);
  again.abort();
  return again.exchanges[0]?.replied;
}
