import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Meter } from '#admin';
import { ServerProcess } from '#testing';
import { findPort } from './listen.ts';
import { serveConnection } from './serve-connection.ts';
import { accepted } from './testing/served.ts';
import { optionsOf } from './testing/options-of.ts';
import { SocketPairs } from './testing/socket-pairs.ts';

const small = join(import.meta.dirname, 'testing', 'small-server.ts');
const status = async (port: unknown, path: string): Promise<number> => (await fetch(`http://127.0.0.1:${String(port)}${path}`)).status;

describe('--admin', () => {
  test('is ready until a stop is asked, and live after that', async () => {
    const server = await ServerProcess.start(small, ['--admin', '127.0.0.1:0', '--drain-delay', '1m', '--log-level', 'info']);
    const { port } = await server.said('admin-listening');
    expect(server.lines[0]).toMatchObject({ event: 'listening' });
    expect(await status(port, '/readyz')).toBe(200);
    server.signal('SIGTERM');
    await server.said('stop-asked');
    expect(await status(port, '/readyz')).toBe(503);
    expect(await status(port, '/livez')).toBe(200);
  });

  test('is not ready while the server starts', async () => {
    const port = await findPort(optionsOf());
    const server = new ServerProcess(small, ['--goes', 'nowhere', '--admin', `127.0.0.1:${port}`]);
    await server.said('starting');
    expect(await status(port, '/readyz')).toBe(503);
  });

  test('says in one line that its port is in use, and ends with 1', async () => {
    const other = await ServerProcess.start(small, []);
    const server = new ServerProcess(small, ['--admin', `127.0.0.1:${other.port}`]);
    expect(await server.exited).toBe(1);
    expect(server.stderr).toBe(
      `server-small: port ${other.port} on 127.0.0.1 is already in use; stop the other server or choose another port with --admin.\n`,
    );
  });
});

describe('Connection', () => {
  let pairs: SocketPairs;
  beforeAll(async () => {
    pairs = await SocketPairs.open();
  });
  afterAll(() => pairs.close());

  test('tells the meter what it reads and replies', async () => {
    const meter = new Meter();
    const { far, connection } = await accepted(pairs, { meter });
    void serveConnection(connection);
    await far.exchange('one');
    far.send('a\nb\n');
    await far.until(() => far.text.endsWith('Echo: b\n'));
    const { replies, ...figures } = meter.figures;
    expect(figures).toMatchObject({ messages: 3, bytesRead: 8, bytesReplied: 26 });
    expect(replies.counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(replies.sum).toBeGreaterThan(0);
  });
});
