import { createInterface } from 'node:readline';
import type { EchoConnection } from './echo-connection.ts';
import { ClientError } from './failure.ts';

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Ctrl-C, which a terminal under readline delivers as a key. */
  readonly onInterrupt: () => void;
}

/**
 * Asks for messages until the input ends (Ctrl-D). A server that goes away meanwhile ends it at once.
 *
 * @throws ClientError
 */
export async function prompt(
  connection: EchoConnection,
  terminal: Terminal,
  send: (message: Uint8Array) => Promise<void>,
): Promise<void> {
  const { input, output, onInterrupt } = terminal;
  const reader = createInterface({ input, output, prompt: '> ' });
  reader.on('SIGINT', onInterrupt);
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
  const lost = connection.lost.then((failure) => {
    throw new ClientError(failure);
  });
  try {
    await Promise.race([conversation(), lost]);
  } finally {
    reader.close();
    if (state.asking) output.write('\n');
  }
}
