import type { Peer } from '../peer.ts';
import type { Server } from '../server.ts';
import { eventually } from './support.ts';

/** What the log says of one client, in JSON. */
type Said = Readonly<Record<string, unknown>>;

/** The log's lines about clients, each by its address: it is the one name of theirs that both sides know. */
export function linesAbout(server: Server, client: string): Said[] {
  return server.stdout.lines.flatMap((line) => {
    if (!line.startsWith('{') || !line.endsWith('}')) return []; // The last may be on its way.
    const said = JSON.parse(line) as Said;
    return said['peer'] === client ? [said] : [];
  });
}

/** Awaits that the log says this of a client. */
export async function said(server: Server, client: string, event: string, patience: number): Promise<Said> {
  const find = (): Said | undefined => linesAbout(server, client).find((line) => line['event'] === event);
  await eventually(() => find() !== undefined, patience, () => server.failure(`a line ${event} about ${client}`, 'read its log'));
  return find() ?? {};
}

/** What the log calls a client. */
export function addressOf({ socket }: Peer): string {
  return `127.0.0.1:${socket.localPort ?? 0}`;
}
