import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Clock } from '../running/clock.ts';
import { LineClient } from './line-client.ts';

let server: Server;
let serve: (socket: Socket) => void;

beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.close();
  await once(server, 'close');
});

function client(onReply?: (client: LineClient) => void): LineClient {
  const { address, port } = server.address() as AddressInfo;
  return new LineClient({ host: address, port, clock: new Clock(), ...(onReply && { onReply }) });
}

const echo = (socket: Socket): void => {
  socket.on('data', (chunk) => {
    for (const line of chunk.toString().split('\n').slice(0, -1)) socket.write(`Echo: ${line}\n`);
  });
};

describe('LineClient', () => {
  test.each([
    ['a reply too many', 'Echo: m\nEcho: m\n'],
    ['replies without end', 'Echo: m\n'.repeat(100_000)],
    ['a line without end', `Echo: m\n${'x'.repeat(1_000_000)}`],
  ])('finds out a server that sends %s, though the next message is the same', async (_, text) => {
    serve = (socket) => {
      socket.once('data', () => socket.write(text));
    };
    const one = client((self) => {
      self.send('m');
    });
    await one.connected;
    one.send('m');
    expect(await one.closed).toBe('wrong-reply');
    expect(one.exchanges.length).toBe(2);
  });

  test('notes when each reply came, and leaves', async () => {
    serve = echo;
    const one = client((self) => {
      if (self.exchanges.length < 3) self.send('next');
      else self.leave();
    });
    one.send('first');
    expect(await one.closed).toBe('left');
    expect(one.latencies).toHaveLength(3);
    expect(one.exchanges.every(({ sent, replied }) => (replied ?? NaN) >= sent)).toBe(true);
    expect(one.inFlight).toBe(0);
  });

  test('puts replies together that come in pieces, several at once', async () => {
    serve = (socket) => {
      socket.once('data', () => {
        socket.write('Ec');
        setImmediate(() => socket.write('ho: a\nEcho: b\nEcho'));
        setTimeout(() => socket.end(': c\n'), 5);
      });
    };
    const one = client();
    for (const message of ['a', 'b', 'c']) one.send(message);
    expect(await one.closed).toBe('ended');
    expect(one.latencies).toHaveLength(3);
  });

  test('gives what comes as it comes where a message was written in parts', async () => {
    serve = (socket) => {
      socket.on('data', (chunk) => socket.write(`Echo: ${chunk.toString()}`));
    };
    const { address, port } = server.address() as AddressInfo;
    const came: (string | undefined)[] = [];
    const one = new LineClient({
      host: address,
      port,
      clock: new Clock(),
      onReply(self, text) {
        came.push(text);
        if (came.length === 1) self.write('lo\n');
        else self.leave();
      },
    });
    one.write('Hel');
    expect(await one.closed).toBe('left');
    expect(came).toEqual(['Echo: Hel', 'Echo: lo\n']);
  });

  test.each(['Echo: other\n', 'Echo: hello\nmore'])('tells a reply that is wrong: %j', async (reply) => {
    serve = (socket) => {
      socket.once('data', () => socket.write(reply));
    };
    const one = client();
    one.send('hello');
    expect(await one.closed).toBe('wrong-reply');
  });

  test('tells what is still unanswered when the server ends the connection', async () => {
    serve = (socket) => {
      socket.once('data', () => socket.end());
    };
    const one = client();
    one.send('hello');
    expect(await one.closed).toBe('ended');
    expect(one.inFlight).toBe(1);
    one.send('too late');
    expect(one.inFlight).toBe(1);
  });

  test('tells a reset', async () => {
    serve = (socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    };
    const one = client();
    one.send('hello');
    expect(await one.closed).toBe('ECONNRESET');
  });
});
