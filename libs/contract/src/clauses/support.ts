import { ClauseFailure } from '../clause-failure.ts';
import { expectCarried } from '../expect-carried.ts';
import { pause } from '../pause.ts';
import type { Peer } from '../peer.ts';
import type { Server } from '../server.ts';
import type { Subject } from '../subject.ts';
import type { Part, Words } from '../words.ts';

/** A new client that has its reply. */
export async function answeredClient(server: Pick<Subject, 'connect'>, text: string): Promise<Peer> {
  const peer = await server.connect();
  await peer.exchange(text);
  return peer;
}

/** A new client that sends this at once, and does not wait for the kernel to take it. */
export async function sendingClient(server: Pick<Subject, 'connect'>, bytes: string | Uint8Array): Promise<Peer> {
  const peer = await server.connect();
  void peer.send(bytes);
  return peer;
}

/** A new client that sends this gets just these replies. */
export async function getsJust(subject: Subject, sent: string | Uint8Array, replies: string): Promise<void> {
  const peer = await sendingClient(subject, sent);
  await peer.expect(replies);
}

/** A new client that sends this gets just these replies, and then FIN, from a server that waits for no FIN of the client's. */
export async function getsAtLast(subject: Subject, sent: string | Uint8Array, replies: string): Promise<void> {
  const peer = await sendingClient(subject, sent);
  await peer.expectLast(replies);
}

/** A new client that sends this, and its FIN at once, gets just these replies, and then FIN. */
export async function getsAtItsFin(subject: Subject, sent: string | Uint8Array, replies: string): Promise<void> {
  const peer = await sendingClient(subject, sent);
  peer.end();
  await peer.expectLast(replies);
}

/** A new client is answered: whatever happened before harmed nobody else. */
export async function answersAnother(subject: Subject): Promise<void> {
  await takesLeave(await answeredClient(subject, 'is anybody there?'));
}

/** Both sides end. */
export async function takesLeave(peer: Peer): Promise<void> {
  peer.end();
  await peer.expectFin();
}

/** Clients that connect and go without a word: by reset, as a port scan does, and by close. */
export async function comeAndGoSilently(subject: Subject, clients: number): Promise<void> {
  for (let client = 0; client < clients; client++) {
    const peer = await subject.connect();
    if (client % 2 === 0) peer.reset();
    else peer.destroy();
  }
}

/** `Echo: ` and each message, one after another. */
export function repliesTo(messages: readonly string[]): string {
  return messages.map((message) => `Echo: ${message}`).join('');
}

/** What is expected of so many lines or messages. */
export const wholeAndInOrder = (count: number): Words => ({
  en: `all ${count} of them, whole and in order`,
  'pt-BR': `todas as ${count}, inteiras e em ordem`,
});

/** Awaits the replies to these lines, of which each is a message, or in framing chunk any stretch of them. */
export function expectReplies({ promises }: Subject, peer: Peer, lines: readonly string[]): Promise<void> {
  if (promises.framing === 'line') return peer.expect(repliesTo(lines));
  return expectCarried(peer, Buffer.from(lines.join('')), wholeAndInOrder(lines.length));
}

export { expectCarried, pause };

/** @throws ClauseFailure unless it holds */
export function demand(holds: boolean, did: Part, expected: Part, came: Part): void {
  if (!holds) throw new ClauseFailure(did, expected, came);
}

/** Awaits that something holds which no event tells of: a process gone, descriptors closed. */
export async function eventually(holds: () => boolean, patience: number, failure: () => Error): Promise<void> {
  const until = performance.now() + patience;
  while (!holds()) {
    if (performance.now() > until) throw failure();
    await pause(25);
  }
}

/** The path of a module for `--work module:`. */
export function workModule(name: string): string {
  return `module:${import.meta.dirname}/../fixtures/${name}`;
}

/** Demands that a server gives up with this exit code and one line on stderr, and gives the line. */
export async function givesUp(server: Server, code: number, patience: number, did: string): Promise<string> {
  const exit = await server.untilExited(did, patience);
  await server.stderr.match(/\n/, patience, did);
  const { lines } = server.stderr;
  demand(exit.code === code, did, `exit code ${code}`, `it ended with ${String(exit.code ?? exit.signal)}`);
  demand(lines.length === 1, did, 'one line on stderr', `it said ${JSON.stringify(server.stderr.text.slice(0, 500))}`);
  demand(server.stdout.text === '', did, 'nothing on stdout', `it said ${JSON.stringify(server.stdout.text.slice(0, 300))}`);
  return lines[0] ?? '';
}
