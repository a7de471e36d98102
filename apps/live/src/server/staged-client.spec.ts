import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { Clock } from '#experiments';
import type { ClientFact } from '../story/entry.ts';
import { StagedClient } from './staged-client.ts';

test('a client that has left sends nothing more, also where its reply comes later', async () => {
  // It answers whoever has left, and ends the connection later than a message would come.
  const server = createServer({ allowHalfOpen: true }, (socket: Socket) => {
    socket.resume().once('end', () => {
      socket.write('Echo: hello\n', () => setTimeout(() => socket.end(), 50));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const told: ClientFact['kind'][] = [];
  const visit = { messages: [{ ask: 'none' }, { ask: 'none' }], every: 1 } as const;
  const client = new StagedClient({ host: '127.0.0.1', port }, new Clock(), visit, ({ kind }) => told.push(kind), () => undefined);
  await client.connected;
  client.leave();
  expect(await client.closed).toBe('left');
  server.close();
  expect(told).toEqual(['connected', 'sent', 'leaves', 'got', 'closed']);
});
