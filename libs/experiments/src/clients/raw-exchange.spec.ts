import { describe, expect, test } from '@jest/globals';
import { rawExchange } from './raw-exchange.ts';
import { echo, smallServer } from '../testing/small-server.ts';

describe('rawExchange()', () => {
  test('gives all that came until the FIN of the server, however late', async () => {
    const address = await smallServer((socket) => {
      socket.resume().on('end', () => {
        socket.write('one ');
        setImmediate(() => socket.end('two'));
      });
    });
    expect(await rawExchange(address, ['x'])).toBe('one two');
  });

  test('sends all it is given, and then FIN', async () => {
    let came = '';
    const address = await smallServer((socket) => {
      socket.on('data', (chunk: Buffer) => (came += chunk.toString())).on('end', () => socket.end('got it'));
    });
    expect(await rawExchange(address, ['um', 'dois'])).toBe('got it');
    expect(came).toBe('umdois');
  });

  test('does not lose a long reply', async () => {
    const sent = 'a'.repeat(300_000);
    const came = await rawExchange(await smallServer(echo), [sent]);
    expect(came.replaceAll('Echo: ', '')).toBe(sent);
  });

  test('rejects when it is reset', async () => {
    const address = await smallServer((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    await expect(rawExchange(address, ['x'])).rejects.toThrow('ECONNRESET');
  });
});
