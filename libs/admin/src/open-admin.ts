import { once } from 'node:events';
import type { Server } from 'node:net';
import type { Page } from './admin-listener.ts';
import type { Gatherer } from './gatherer.ts';
import type { Meter } from './meter.ts';

export interface AdminAddress {
  readonly host: string;
  /** 0 for one that the system picks. */
  readonly port: number;
}

/** What tells others how a server does, at an address of its own. */
export interface Admin {
  readonly address: AdminAddress;
  readonly listener: Server;
  readonly gatherer: Gatherer;
  /** Whether newcomers are to be sent here; not before it is said. */
  ready: boolean;
}

/** How long the text of the metrics is kept, ms: however many ask, workers are asked no more often. */
const keptMs = 1_000;

/** Of the text format of Prometheus (prometheus.io/docs/instrumenting/exposition_formats). */
const textFormat = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Answers from here on: `/livez` with 200 while the event loop turns, `/readyz` with 200 while `ready`, `/metrics` with what
 * the meters count.
 *
 * @param meter of the process that was started
 * @param mostConnections each is a descriptor of the process
 * @throws the system's error where the address cannot be had
 */
export async function openAdmin(address: AdminAddress, meter: Meter, mostConnections: number): Promise<Admin> {
  // Not above: a worker, which has a meter, has no use for what serves HTTP and writes the text.
  const [{ adminListener }, { Gatherer }, { keptFor }] = await Promise.all([
    import('./admin-listener.ts'),
    import('./gatherer.ts'),
    import('./kept-for.ts'),
  ]);
  const gatherer = new Gatherer(meter);
  const metrics = keptFor(keptMs, () => gatherer.text());
  const state = { ready: false };
  const listener = adminListener(
    new Map<string, Page>([
      ['/livez', () => ({ status: 200, text: 'live\n' })],
      ['/readyz', () => (state.ready ? { status: 200, text: 'ready\n' } : { status: 503, text: 'not ready\n' })],
      ['/metrics', async () => ({ status: 200, text: await metrics(), type: textFormat })],
    ]),
    mostConnections,
  );
  listener.listen({ ...address, exclusive: true });
  await once(listener, 'listening');
  const bound = listener.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : address.port;
  return Object.assign(state, { address: { ...address, port }, listener, gatherer });
}
