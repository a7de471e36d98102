import { createInterface } from 'node:readline';
import type { EchoConnection } from './echo-connection.ts';
import type { Streams } from './streams.ts';

/**
 * Asks for messages until the input ends (Ctrl-D). A server that goes away meanwhile ends it at once.
 *
 * @throws ClientError
 */
export async function prompt(
  connection: EchoConnection,
  { stdin, stdout, stderr, interrupt }: Streams,
  send: (message: Uint8Array) => Promise<void>,
): Promise<void> {
  const output = stdout.isTTY === true ? stdout : stderr;
  const reader = createInterface({ input: stdin, output, prompt: '> ' });
  reader.on('SIGINT', interrupt);
  /** Whether the cursor stands behind the prompt, in a line that still has to be ended. */
  const state = { asking: false, ended: false };
  reader.once('close', () => (state.ended = true));
  const ask = (): void => {
    // The input may have ended while lines of it still wait for their turn.
    if (state.ended) return;
    state.asking = true;
    reader.prompt();
  };
  const conversation = async (): Promise<void> => {
    ask();
    for await (const line of reader) {
      state.asking = false;
      await send(Buffer.from(line));
      ask();
    }
  };
  try {
    await Promise.race([conversation(), connection.lost]);
  } finally {
    reader.close();
    if (state.asking) output.write('\n');
  }
}
