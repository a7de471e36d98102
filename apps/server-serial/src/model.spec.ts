import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { brokenRuntime, type Peer, ServerProcess } from '#testing';

const main = join(import.meta.dirname, 'main.ts');

describe('server-serial', () => {
  test('accepts a second client at once, and answers it only after the first is closed', async () => {
    const server = await ServerProcess.start(main);
    const first = await server.connect();
    await first.exchange('one');
    const second = await server.connect();
    second.send('two\n');
    await server.said('waiting', { connection: 2, ahead: 1, active: 1 });
    await first.exchange('one again');
    expect([second.text, second.ending]).toEqual(['', 'open']);

    first.socket.end();
    await second.until(() => second.text === 'Echo: two\n');
    expect(first.ending).toBe('fin');
    expect(server.all('ended')).toMatchObject([{ connection: 1, active: 0, waiting: 1 }]);
  });

  test('serves clients in the order in which they came, whoever sends first', async () => {
    const server = await ServerProcess.start(main);
    const peers: Peer[] = [];
    for (let id = 1; id <= 5; id++) {
      peers.push(await server.connect());
      await server.said('accepted', { connection: id });
    }
    for (const peer of peers.toReversed()) peer.send('one\n');
    for (const [index, peer] of peers.entries()) {
      await peer.until(() => peer.text !== '');
      // This one keeps its connection until here, so that nobody behind it can have been answered.
      expect(peers.slice(index + 1).map(({ text }) => text)).toEqual(peers.slice(index + 1).map(() => ''));
      peer.socket.end();
    }
    expect(server.all('waiting').map(({ connection, ahead }) => [connection, ahead])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
    ]);
    expect(server.all('serving').map(({ connection }) => connection)).toEqual([1, 2, 3, 4, 5]);
  });

  test('answers at its turn a client that sent FIN while it waited', async () => {
    const server = await ServerProcess.start(main);
    const [first, second] = [await server.connect(), await server.connect()];
    second.socket.end('two\n');
    await server.said('waiting', { connection: 2 });
    first.socket.end();
    expect(await second.untilEnded()).toBe('Echo: two\n');
  });

  test.each([
    ['sent nothing', ''],
    ['asked for long work', 'two\n'],
  ])('spends no time on a client that %s and reset while it waited', async (_, sent) => {
    const server = await ServerProcess.start(main, ['--work', 'sleep:1m']);
    const [first, second, third] = [await server.connect(), await server.connect(), await server.connect()];
    second.send(sent);
    third.send('three\n');
    await server.said('waiting', { connection: 3 });
    second.socket.resetAndDestroy();
    first.socket.end();
    // Within the time of a test, so without the minute that the second asked for.
    await server.said('received', { connection: 3 });
    expect(server.all('reset')).toMatchObject([{ connection: 2 }]);
  });

  test.each(['read', 'accept'] as const)('fails, and says why, when the runtime throws at %s', async (where) => {
    const server = await ServerProcess.start(main, [], brokenRuntime(where));
    const client = await server.connect();
    await client.untilEnded();
    expect(await server.exited).toBe(1);
    // The loop awaits each connection, so the model hears of either, and fails the server.
    expect(server.stderr).toMatch(/^Error: a bug\n\s+at /);
  });
});
