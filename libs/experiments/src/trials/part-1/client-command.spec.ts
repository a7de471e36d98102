import { describe, expect, test } from '@jest/globals';
import { runClientCommand } from './client-command.ts';
import { echo, smallServer } from '../../testing/small-server.ts';

const never = new AbortController().signal;

describe('runClientCommand()', () => {
  test('gives the reply', async () => {
    expect(await runClientCommand(await smallServer(echo), 'olá', never)).toEqual({ reply: 'Echo: olá', complaint: '' });
  });

  test('gives the complaint where the reply is wrong', async () => {
    const address = await smallServer((socket) => {
      socket.once('data', () => socket.end('Echo: something else'));
    });
    const { reply, complaint } = await runClientCommand(address, 'olá', never);
    expect(reply).toBeUndefined();
    expect(complaint).toContain('something else');
  });

  test('rejects when it is stopped', async () => {
    const stop = new AbortController();
    const address = await smallServer((socket) => {
      socket.resume();
      stop.abort();
    });
    await expect(runClientCommand(address, 'olá', stop.signal)).rejects.toThrow('the client ended by SIGKILL');
  });
});
