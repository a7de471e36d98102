import { expect, test } from '@jest/globals';
import { echo, smallServer } from '../testing/small-server.ts';
import { rawExchange } from './raw-exchange.ts';
import { sendApart } from '../trials/seed-design/send-apart.ts';

/** Writes without end, and says how much the client has taken of it. */
async function flood(): Promise<{ address: Awaited<ReturnType<typeof smallServer>>; taken: () => number }> {
  let bytes = 0;
  const part = Buffer.alloc(64 * 1_024, 'Echo: x');
  const address = await smallServer((socket) => {
    const write = (): void => {
      while (!socket.destroyed && socket.write(part)) continue;
    };
    socket.on('drain', write).on('close', () => (bytes += socket.bytesWritten)).resume();
    write();
  });
  return { address, taken: () => bytes };
}

test.each([
  ['rawExchange()', (address: Parameters<typeof rawExchange>[0]) => rawExchange(address, ['x'])],
  ['sendApart()', (address: Parameters<typeof rawExchange>[0]) => sendApart(address, [Buffer.from('x'), Buffer.from('y')])],
])('%s gives up on a server that writes without end, at once and in one sentence', async (_, exchange) => {
  const { address, taken } = await flood();
  await expect(exchange(address)).rejects.toThrow(/^the server broke the contract: it sent more than 10\d\d bytes, which can be no reply/);
  // What the two kernels hold, and no more.
  expect(taken()).toBeLessThan(32 * 1_024 * 1_024);
});

test('rawExchange() and sendApart() take every reply that can be', async () => {
  const sent = 'é'.repeat(1_000);
  expect(await rawExchange(await smallServer(echo), [sent])).toContain('é');
  expect(await sendApart(await smallServer(echo), [Buffer.from(sent)])).toBe(`Echo: ${sent}`);
});
