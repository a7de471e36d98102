import type { EchoConnection, Reply } from './echo-connection.ts';

/** How far the sending may be ahead of the replies, so that memory stays bounded with any number of messages. */
const window = { messages: 1_024, bytes: 1024 * 1024 };

/**
 * Sends each message after the reply to the one before it; with `pipelined`, as far ahead as the window allows.
 *
 * @param onReply a reply stays due until it resolves: what nobody takes from us is not asked for
 * @throws ClientError
 */
export async function exchange(
  connection: EchoConnection,
  messages: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  pipelined: boolean,
  onReply: (reply: Reply) => Promise<void> | undefined,
): Promise<void> {
  let due = 0;
  let bytes = 0;
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  const settled = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const check = (): void => {
    if (failure !== undefined) throw failure;
  };
  for await (const message of messages) {
    check();
    due += 1;
    bytes += message.length;
    connection
      .send(message)
      .then(onReply)
      .catch((error: unknown) => {
        failure ??= error as Error;
      })
      .finally(() => {
        due -= 1;
        bytes -= message.length;
        wake();
      });
    while (due > 0 && (!pipelined || due >= window.messages || bytes >= window.bytes)) await settled();
    check();
  }
  while (due > 0) await settled();
  check();
}
