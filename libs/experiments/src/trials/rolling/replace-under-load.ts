import { setTimeout as sleep } from 'node:timers/promises';
import type { Approach } from '#approaches';
import type { Text } from '#record';
import { Clock } from '../../running/clock.ts';
import { ExperimentError } from '../../running/experiment-error.ts';
import type { Lab } from '../../running/lab.ts';
import type { LabServer } from '../../running/lab-server.ts';
import { serveAll, type Start } from '../../running/serve-all.ts';
import { balancerOf, configuration, type Place } from './balancer.ts';
import { comeAndGo, type Fared, together } from './come-and-go.ts';

export interface RollingPlan {
  readonly clients: number;
  /** That each sends on a connection. */
  readonly messages: number;
  /** How long the work on each message waits, ms; every other client pauses for as long before it sends the next. */
  readonly wait: number;
  /** For how long they come before each signal, ms: the balancer gives whoever is new more of them, until all have as many. */
  readonly before: number;
  /** For how long they come at least in all, ms. */
  readonly lasts: number;
  /** --drain-timeout, ms. */
  readonly timeout: number;
}

/** What became of an instance that was told to stop. */
export interface Replaced {
  /** From the signal until it was given its last client, ms; 0 where none came. */
  readonly lastGiven: number;
  /** From the signal until its successor was given its first, ms. */
  readonly took: number;
}

/** How clients fared while both instances were replaced. */
export interface Rolled extends Fared {
  readonly instances: readonly Replaced[];
}

/** An instance as it is started, and its server that runs. */
interface Instance extends Start {
  readonly approach: Approach;
  readonly server: LabServer;
  readonly place: Place;
}

/**
 * Replaces two instances behind HAProxy, one after the other, while clients come and go.
 *
 * @param more flags for the instances
 */
export async function replaceUnderLoad(lab: Lab, approach: Approach, more: readonly string[], plan: RollingPlan): Promise<Rolled> {
  const clock = new Clock();
  const ends = ['--drain-timeout', `${plan.timeout}ms`, ...more];
  const flags = ['--framing', 'line', '--work', `sleep:${plan.wait}ms`, '--proxy-protocol', 'on', ...ends];
  const start = { approach, flags: [...flags, '--admin', '127.0.0.1:0'] };
  return serveAll(lab, [start, start], async (servers) => {
    const pair: readonly Instance[] = await Promise.all(servers.map(async ({ server }) => ({ approach, flags, server, place: await placeOf(server, clock) })));
    const balancer = balancerOf(pair.map(({ place }) => place));
    return lab.serveOutside(balancer, `haproxy -db -f ${configuration}`, async ({ address }) => {
      const over = new AbortController();
      const { clients, messages, wait } = plan;
      const crowd = Promise.all(
        Array.from({ length: clients }, (_, index) => {
          const pause = index % 2 === 0 ? 0 : wait;
          const after = (index / clients) * messages * (wait + pause);
          return comeAndGo(address, clock, { after, messages, pause }, over.signal);
        }),
      );
      const began = clock.now();
      const whole = async (instances: readonly Replaced[]): Promise<Rolled> => {
        await sleep(Math.max(0, began + plan.lasts - clock.now()));
        over.abort();
        return { ...together(await crowd), instances };
      };
      try {
        // Of the clients' promise only a fault is of interest here.
        const fault = crowd.then(() => new Promise<never>(() => undefined));
        return await Promise.race([replaceAll(lab, clock, plan.before, pair, whole), fault]);
      } finally {
        over.abort();
      }
    });
  });
}

async function placeOf(server: LabServer, clock: Clock): Promise<Place> {
  const admin = await server.until(clock, (events) => events.find(({ event }) => event === 'admin-listening'));
  return { serves: server.address, admin: { host: String(admin['host']), port: Number(admin['port']) } };
}

/** Stops one, starts another in its place and, once that serves, goes on with the rest; then does `last` while all of them run. */
async function replaceAll<T>(
  lab: Lab,
  clock: Clock,
  before: number,
  [instance, ...rest]: readonly Instance[],
  last: (all: readonly Replaced[]) => Promise<T>,
): Promise<T> {
  if (instance === undefined) return last([]);
  const { approach, flags, server, place } = instance;
  await sleep(before);
  const at = clock.now();
  const { code } = await server.end('SIGTERM');
  if (code !== 0) throw new ExperimentError(notAsAsked(approach.name));
  const lastGiven = Math.max(0, (server.events(clock).findLast(isClient)?.at ?? 0) - at);
  const same = ['--port', String(place.serves.port), '--admin', `${place.admin.host}:${place.admin.port}`];
  return lab.serve(approach, [...flags, ...same], async (successor) => {
    const took = (await successor.until(clock, (events) => events.find(isClient)?.at)) - at;
    return replaceAll(lab, clock, before, rest, (others) => last([{ lastGiven, took }, ...others]));
  });
}

const notAsAsked = (name: string): Text => ({
  en: `${name} was told to stop, and did not end with exit code 0`,
  'pt-BR': `${name} recebeu a ordem de parar e não terminou com código de saída 0`,
});

/** Whether a client came: the balancer's header has named it. */
function isClient({ event }: { readonly event: string }): boolean {
  return event === 'proxied';
}
