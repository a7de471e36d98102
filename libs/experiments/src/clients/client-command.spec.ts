import { describe, expect, test } from '@jest/globals';
import { runClientCommand } from './client-command.ts';
import { echo, smallServer } from '../testing/small-server.ts';

const never = new AbortController().signal;

describe('runClientCommand()', () => {
  test('gives the reply, the times and the exit code', async () => {
    const { exitCode, complaint, report } = await runClientCommand(await smallServer(echo), 'olá', never);
    expect({ exitCode, complaint, reply: report?.reply }).toEqual({ exitCode: 0, complaint: '', reply: 'Echo: olá' });
    expect(report?.total).toBeGreaterThanOrEqual(report?.firstByte ?? NaN);
  });

  test('gives the exit code and the complaint where the reply is wrong', async () => {
    const address = await smallServer((socket) => {
      socket.once('data', () => socket.end('Echo: something else'));
    });
    const { exitCode, complaint, report } = await runClientCommand(address, 'olá', never);
    expect({ exitCode, report }).toEqual({ exitCode: 1, report: undefined });
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
