import type { Peer } from '../peer.ts';
import type { Server } from '../server.ts';
import type { Subject } from '../subject.ts';
import { demand, eventually, pause, sendingClient, workModule } from './support.ts';

/** Flags of a server whose messages say for how long they are worked on. */
export const waits = ['--work', workModule('work-by-message.ts')];

/** Awaits the end, and demands exit code 0. */
export async function endsWell(server: Server, did: string, patience?: number): Promise<void> {
  const { code, signal } = await server.untilExited(did, patience);
  demand(code === 0, did, 'exit code 0', `it ended with ${String(code ?? signal)}: ${server.stderr.text.slice(0, 300)}`);
}

/** A client whose message is being worked on: the reply to the one before it shows that the server has read both. */
export async function atWork(subject: Subject, ms: number): Promise<Peer> {
  const peer = await sendingClient(subject, `wait 0\nwait ${ms}\n`);
  await peer.expect('Echo: wait 0\n');
  return peer;
}

/** Tells a server to stop in the middle of a message's work: that is answered, then come the FIN and a good end. */
export async function drainsAtWork(
  subject: Subject,
  ms: number,
  did: string,
  stop: (server: Server) => void | Promise<void>,
): Promise<Server> {
  const server = await subject.server();
  const peer = await atWork(subject, ms);
  await stop(server);
  await peer.expectLast(`Echo: wait ${ms}\n`);
  peer.end();
  await endsWell(server, did);
  return server;
}

/** Whether a new client is refused by the kernel in time. A worker may obey a moment later than its neighbour. */
export async function untilRefused(server: Server, patience: number): Promise<boolean> {
  const started = performance.now();
  while (performance.now() - started < patience / 2) {
    if (await server.connect().then((late) => (late.destroy(), false), (error: unknown) => isRefusal(error))) return true;
    await pause(20);
  }
  return false;
}

// Not instanceof: under Jest, Node's own errors are of another realm.
const isRefusal = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';

/** Awaits that no process of the server is left, and that its port is free. */
export async function nothingLeft(server: Server, patience: number): Promise<void> {
  const left = (): Error => server.failure(`no process to be left, not ${server.processes.map(({ name }) => name).join(', ')}`, 'ended it');
  await eventually(() => server.pids.length === 0, patience, left);
  const late = await server.connect().catch(() => undefined);
  late?.destroy();
  demand(late === undefined, 'ended the server', `nobody to listen on port ${server.port}`, 'somebody does');
}
