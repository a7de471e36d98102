import { isUtf8 } from 'node:buffer';
import { setTimeout as sleep } from 'node:timers/promises';
import { escapeBytes, writableAgain } from '#command-line';
import { prefix } from '#protocol';
import { addressOf } from './address.ts';
import type { Catalogue } from './catalogue.ts';
import { connect } from './connect.ts';
import { EchoConnection, type Reply } from './echo-connection.ts';
import { exchange } from './exchange.ts';
import { ClientError } from './failure.ts';
import { framingNamed } from './framing.ts';
import { lines } from './lines.ts';
import type { ClientOptions } from './options.ts';
import { prompt } from './prompt.ts';
import type { Streams } from './streams.ts';
import type { Timings } from './timings.ts';

/**
 * Connects, sends what there is to send, shows the replies and ends the connection.
 *
 * @throws ClientError
 */
export async function runSession(
  options: ClientOptions,
  catalogue: Catalogue,
  streams: Streams,
  timings: Timings,
): Promise<void> {
  const socket = await connect(options, options.timeout);
  timings.connected();
  const connection = new EchoConnection(socket, framingNamed[options.framing], options.timeout);
  const onReply = (reply: Reply): Promise<void> | undefined => {
    timings.replied(reply);
    return options.json || show(reply, streams.stdout) ? undefined : writableAgain(streams.stdout);
  };
  await Promise.race([sendAll(connection, options, catalogue, streams, onReply), connection.lost]);
  if (options.hold > 0) await Promise.race([sleep(options.hold), connection.lost]);
  await connection.end();
}

async function sendAll(
  connection: EchoConnection,
  options: ClientOptions,
  catalogue: Catalogue,
  streams: Streams,
  onReply: (reply: Reply) => Promise<void> | undefined,
): Promise<void> {
  const { stdin, stderr } = streams;
  if (options.messages.length > 0) {
    await exchange(connection, repeated(options.messages, options.repeat), false, onReply);
    return;
  }
  let skipped = 0;
  /** A line as often as asked. With `chunk` an empty one would send nothing, and its reply would never come. */
  const copies = function* (line: Uint8Array): Generator<Uint8Array> {
    if (line.length === 0 && options.framing === 'chunk') skipped += 1;
    // Of a character that it has in part, the server waits for the rest, which with this framing nothing ends.
    else if (options.framing === 'chunk' && !isUtf8(line)) throw new ClientError({ code: 'not-utf8', message: line });
    else for (let sent = 0; sent < options.repeat; sent++) yield line;
  };
  if (stdin.isTTY === true) {
    stderr.write(`${catalogue.prompt.welcome(addressOf(options))}\n`);
    await prompt(connection, streams, (line) => exchange(connection, copies(line), false, onReply));
  } else {
    const messages = async function* (): AsyncGenerator<Uint8Array> {
      for await (const line of lines(stdin as AsyncIterable<Buffer>)) yield* copies(line);
    };
    await exchange(connection, messages(), framingNamed[options.framing].pipelines, onReply);
  }
  if (skipped > 0) stderr.write(`${catalogue.skipped(skipped)}\n`);
}

function* repeated(messages: readonly string[], times: number): Generator<Uint8Array> {
  const encoded = messages.map((message) => Buffer.from(message));
  for (let sent = 0; sent < times; sent++) yield* encoded;
}

/**
 * At a terminal the reply is escaped, so that what a server sends cannot steer it; a pipe gets the bytes.
 *
 * @returns whether the output takes more
 */
function show({ message }: Reply, stdout: Streams['stdout']): boolean {
  const text = stdout.isTTY === true ? Buffer.from(escapeBytes(message)) : message;
  return stdout.write(Buffer.concat([prefix, text, Buffer.from('\n')]));
}
