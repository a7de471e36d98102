import { PassThrough, Writable } from 'node:stream';
import { afterEach, expect, test } from '@jest/globals';
import { catalogues } from './catalogue.ts';
import { runSession } from './session.ts';
import { echoLines, type SmallServer, smallServer } from './testing/small-server.ts';
import { Timings } from './timings.ts';

let server: SmallServer | undefined;
afterEach(async () => {
  await server?.close();
});

test('runSession() asks for no more than its output takes, and loses none of it', async () => {
  server = await smallServer(echoLines);
  const lines = 8_000;
  let taken = 0;
  let waiting = 0;
  const stdout = new Writable({
    highWaterMark: 16_384,
    write: (chunk: Buffer, _encoding, done) => {
      taken += chunk.toString().split('\n').length - 1;
      waiting = Math.max(waiting, stdout.writableLength);
      setImmediate(done);
    },
  });
  const stdin = new PassThrough();
  stdin.end('um\n'.repeat(lines));
  const given = { host: '127.0.0.1', port: server.port, framing: 'line', messages: [], language: 'en', json: false } as const;
  const options = { ...given, hold: 0, repeat: 1, timeout: 10_000 };
  const streams = { stdin, stdout, stderr: new PassThrough(), interrupt: () => undefined };
  await runSession(options, catalogues.en, streams, new Timings());
  await new Promise((resolve) => stdout.end(resolve));
  expect(taken).toBe(lines);
  // The window's messages and what the stream itself holds; all of them would be 72 kB.
  expect(waiting).toBeLessThan(40_000);
});
