import { expect, test } from '@jest/globals';
import { sendApart } from './send-apart.ts';
import { echo, smallServer } from '../../testing/small-server.ts';

const pieces = ['a', 'b', 'c'].map((text) => Buffer.from(text));

test('sendApart() gives each read one piece', async () => {
  expect(await sendApart(await smallServer(echo), pieces)).toBe('Echo: aEcho: bEcho: c');
});

test('sendApart() gives what came before the server closed, or reset', async () => {
  const closes = await smallServer((socket) => {
    socket.once('data', () => socket.end('bye'));
  });
  const resets = await smallServer((socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  });
  expect(await sendApart(closes, pieces)).toBe('bye');
  expect(await sendApart(resets, pieces)).toBe('');
});
