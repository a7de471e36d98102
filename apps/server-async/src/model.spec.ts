import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { brokenRuntime, ServerProcess } from '#testing';

const main = join(import.meta.dirname, 'main.ts');

describe('server-async', () => {
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

  test.each([
    // The model hears what its loop throws, and fails the server.
    ['accept', /^Error: a bug\n\s+at /],
    // Nobody awaits a connection: Node ends the process, and shows the line that threw first.
    ['read', /^file:.*\n[^]*Error: a bug\n\s+at [^]*\nNode\.js v/],
  ] as const)('ends, and says why, when the runtime throws at %s', async (where, said) => {
    const server = await ServerProcess.start(main, [], brokenRuntime(where));
    const client = await server.connect();
    await client.untilEnded();
    expect(await server.exited).toBe(1);
    expect(server.stderr).toMatch(said);
  });
});
