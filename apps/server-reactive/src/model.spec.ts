import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { brokenRuntime, ServerProcess } from '#testing';

const main = join(import.meta.dirname, 'main.ts');

describe('server-reactive', () => {
  test('answers a second client while the first is still connected', async () => {
    const server = await ServerProcess.start(main);
    const [first, second] = [await server.connect(), await server.connect()];
    await first.exchange('one');
    await second.exchange('two');
    await first.exchange('one again');
    expect(server.all('waiting')).toEqual([]);
  });

  test('works on a second message while the first waits', async () => {
    const server = await ServerProcess.start(main, ['--work', 'sleep:1m']);
    const [first, second] = [await server.connect(), await server.connect()];
    first.send('one\n');
    await server.said('received', { connection: 1 });
    second.send('two\n');
    await server.said('received', { connection: 2 });
    expect([first.text, second.text]).toEqual(['', '']);
  });

  test('does not even read a second message while the first computes: there is one event loop', async () => {
    const server = await ServerProcess.start(main, ['--work', 'hash:500000', '--log-level', 'debug']);
    const [first, second] = [await server.connect(), await server.connect()];
    await server.said('serving', { connection: 2 });
    first.send('one\n');
    await server.said('received', { connection: 1 });
    second.send('two\n');
    await server.said('replied', { connection: 2 });
    const order = server.lines.filter(({ event }) => event === 'received' || event === 'replied');
    expect(order.map(({ event, connection }) => [event, connection])).toEqual([
      ['received', 1],
      ['replied', 1],
      ['received', 2],
      ['replied', 2],
    ]);
  });

  test('does not read on from a client that does not read, and answers it all when it does', async () => {
    const server = await ServerProcess.start(main, ['--log-level', 'warn']);
    const line = `${'x'.repeat(999)}\n`;
    const flood = line.repeat(30_000);
    const [peer, other] = [await server.connect({ reads: false }), await server.connect()];
    const takenAll = new Promise<'taken'>((resolve) => {
      peer.socket.end(flood, () => {
        resolve('taken');
      });
    });
    // A server that read on would have taken it all in a fraction of the time that these answers need.
    const others = async (): Promise<'stalled'> => {
      for (let count = 0; count < 2_000; count++) await other.exchange('two');
      return 'stalled';
    };
    expect(await Promise.race([takenAll, others()])).toBe('stalled');

    peer.read();
    expect((await peer.untilEnded()) === `Echo: ${line}`.repeat(30_000)).toBe(true);
  });

  test.each(['read', 'accept'] as const)('fails, and says why, when the runtime throws at %s', async (where) => {
    const server = await ServerProcess.start(main, [], brokenRuntime(where));
    const client = await server.connect();
    await client.untilEnded();
    expect(await server.exited).toBe(1);
    // An error of one connection's stream is one of the stream of all, which the model hears.
    expect(server.stderr).toMatch(/^Error: a bug\n\s+at /);
  });
});
