import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import { catalogues } from './catalogue.ts';
import type { ClientOptions } from './options.ts';
import { runSession } from './session.ts';
import type { Streams } from './streams.ts';
import { echoChunks, type SmallServer, smallServer } from './testing/small-server.ts';
import { Timings } from './timings.ts';

let server: SmallServer | undefined;
afterEach(async () => {
  await server?.close();
});

/** A terminal in memory: what is typed goes in, what is shown comes out. */
function terminal(): { streams: Streams; typed: PassThrough; shown: () => string } {
  const [typed, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  let shown = '';
  for (const stream of [stdout, stderr]) stream.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  const tty = { isTTY: true };
  const streams = {
    stdin: Object.assign(typed, tty),
    stdout: Object.assign(stdout, tty),
    stderr,
    interrupt: () => undefined,
  };
  return { streams, typed, shown: () => shown };
}

function optionsFor(port: number): ClientOptions {
  return {
    host: '127.0.0.1',
    port,
    framing: 'chunk',
    messages: [],
    hold: 0,
    repeat: 1,
    timeout: 10_000,
    language: 'en',
    json: false,
  };
}

describe('prompt()', () => {
  test('prompt() sends each line, shows its reply escaped, and ends with the input', async () => {
    server = await smallServer(echoChunks);
    const { streams, typed, shown } = terminal();
    const timings = new Timings();
    typed.end('oi\na\u202eb\n');
    await runSession(optionsFor(server.port), catalogues.en, streams, timings);
    expect(shown()).toContain(`connected to 127.0.0.1:${server.port}; each line is a message, Ctrl-D ends\n`);
    expect(shown()).toContain('Echo: oi\n');
    expect(shown()).toContain('Echo: a\\u{202e}b\n');
    expect(timings.replies).toBe(2);
  });

  test('prompt() ends at once when the server goes away', async () => {
    server = await smallServer((socket) => void socket.on('data', () => socket.end('Echo: oi')));
    const { streams, typed, shown } = terminal();
    const session = runSession(optionsFor(server.port), catalogues.en, streams, new Timings());
    await once(server.listener, 'connection');
    typed.write('oi\n');
    await expect(session).rejects.toMatchObject({ failure: { code: 'closed', reset: false } });
    expect(shown()).toMatch(/Echo: oi\n[^\n]*> [^\n]*\n$/);
  });
});
