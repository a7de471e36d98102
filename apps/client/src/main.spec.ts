import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { runClient, startClient } from './testing/client-process.ts';
import { echoChunks, echoLines, type SmallServer, smallServer } from './testing/small-server.ts';

const anew = whyLong('each starts the client anew');

let server: SmallServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function serving(serve: (socket: Socket) => void): Promise<string[]> {
  server = await smallServer(serve);
  return ['--port', String(server.port)];
}

describe('client with messages', () => {
  test('client prints the reply, says its times and exits 0', async () => {
    const result = await runClient([...(await serving(echoChunks)), 'Teste Parte 1']);
    expect(result).toMatchObject({ code: 0, stdout: 'Echo: Teste Parte 1\n' });
    expect(result.stderr).toMatch(/^connect     [\d.]+ m?s\nfirst byte  [\d.]+ m?s\ntotal       [\d.]+ m?s\n$/);
  });

  test('client sends each message after the reply to the one before, on one connection', async () => {
    const seen: string[] = [];
    let connections = 0;
    const port = await serving((socket) => {
      connections += 1;
      socket.on('data', (chunk) => seen.push(chunk.toString()));
      echoChunks(socket);
    });
    const result = await runClient([...port, '--repeat', '2', 'um', 'dois']);
    expect(result.stdout).toBe('Echo: um\nEcho: dois\nEcho: um\nEcho: dois\n');
    expect(seen).toEqual(['um', 'dois', 'um', 'dois']);
    expect(connections).toBe(1);
  });

  test('client takes a long message that the server answers in pieces', async () => {
    const message = 'ação '.repeat(15_000);
    const result = await runClient([...(await serving(echoChunks)), message]);
    expect(result).toMatchObject({ code: 0, stdout: `Echo: ${message}\n` });
  });

  test('client speaks --framing line', async () => {
    const result = await runClient([...(await serving(echoLines)), '--framing', 'line', 'oi', '']);
    expect(result).toMatchObject({ code: 0, stdout: 'Echo: oi\nEcho: \n' });
  });

  test('client writes one JSON object with --json', async () => {
    const result = await runClient([...(await serving(echoChunks)), '--json', 'oi', 'tudo bem?']);
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toMatchObject({
      schema: 'echo-lab/client/1',
      ok: true,
      messages: 2,
      connectMs: expect.any(Number),
      totalMs: expect.any(Number),
      replies: [
        { reply: 'Echo: oi', firstByteMs: expect.any(Number), totalMs: expect.any(Number), pieces: 1 },
        { reply: 'Echo: tudo bem?' },
      ],
      error: null,
    });
  });

  test('client keeps the connection open for --hold', async () => {
    const { promise: held, resolve } = Promise.withResolvers<number>();
    const port = await serving((socket) => {
      let repliedAt = 0;
      socket.on('data', () => (repliedAt = performance.now()));
      socket.on('end', () => {
        resolve(performance.now() - repliedAt);
      });
      echoChunks(socket);
    });
    const result = await runClient([...port, '--hold', '300ms', 'oi']);
    expect(result.code).toBe(0);
    expect(await held).toBeGreaterThan(250);
  });

  test('client takes host and port from the environment', async () => {
    await serving(echoChunks);
    const env = { ECHO_HOST: 'localhost', ECHO_PORT: String(server?.port), ECHO_LANG: 'pt-BR' };
    const result = await runClient(['oi'], '', env);
    expect(result).toMatchObject({ code: 0, stdout: 'Echo: oi\n' });
    expect(result.stderr).toContain('primeiro byte');
  });
});

describe('client with lines from a pipe', () => {
  test('client sends each line, the unfinished last one too, raw', async () => {
    const result = await runClient(await serving(echoChunks), 'um\n\u001b[2J\nfim');
    expect(result).toMatchObject({ code: 0, stdout: 'Echo: um\nEcho: \u001b[2J\nEcho: fim\n' });
  });

  test('client says that it left out empty lines with --framing chunk', async () => {
    const result = await runClient(await serving(echoChunks), 'um\n\n\ndois\n');
    expect(result).toMatchObject({ code: 0, stdout: 'Echo: um\nEcho: dois\n' });
    expect(result.stderr).toContain('2 empty lines not sent');
  });

  test('client says at once that a line is not valid UTF-8, in place of waiting for the rest of a character', async () => {
    const { child, finished } = startClient(await serving(echoChunks));
    child.stdin.write(Buffer.from([0x6f, 0x69, 0x0a, 0x68, 0xc3, 0x0a])); // The input stays open.
    expect(await finished).toEqual({
      code: 1,
      stdout: 'Echo: oi\n',
      stderr: 'the message "h\\xc3" is not valid UTF-8, and was not sent; messages are text in UTF-8\n',
    });
  });

  test('client pipelines many lines with --framing line', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `mensagem ${index}\n`);
    const result = await runClient([...(await serving(echoLines)), '--framing', 'line'], lines.join(''));
    expect(result.code).toBe(0);
    expect(result.stdout).toBe(lines.map((line) => `Echo: ${line}`).join(''));
  });

  test('client says at once that an idle server went away', async () => {
    const port = await serving((socket) => {
      socket.on('data', (chunk) => socket.end(`Echo: ${chunk.toString()}`));
    });
    const { child, finished } = startClient(port);
    child.stdin.write('oi\n');
    expect(await finished).toMatchObject({
      code: 1,
      stdout: 'Echo: oi\n',
      stderr: 'the server closed the connection; start the client again to go on\n',
    });
  });
});

describe('client that fails', () => {
  test('client says that nothing is listening and how to start a server', async () => {
    const port = await serving(echoChunks);
    await server?.close();
    expect(await runClient([...port, 'oi'])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        `connection refused: nothing is listening on 127.0.0.1:${port[1] ?? ''}; ` +
        `start one with: npx nx serve server-async -- --port ${port[1] ?? ''}\n`,
    });
  });

  const happened: readonly (readonly [what: string, flags: readonly string[], serve: (socket: Socket) => void, line: RegExp])[] = [
    ['a server that never replies', [], (): void => undefined, /^timed out: no reply within 200 ms;.*\n$/],
    [
      'a close in mid-reply',
      [],
      (socket: Socket): void => void socket.on('data', () => socket.end('Echo: o')),
      /^cut off: the server closed the connection in mid-reply, after 7 of 8 bytes;.*\n$/,
    ],
    [
      'a reset',
      [],
      (socket: Socket): void => void socket.on('data', () => socket.resetAndDestroy()),
      /^cut off: the server reset the connection instead of replying;.*\n$/,
    ],
    [
      'a wrong reply',
      ['--framing', 'line'],
      (socket: Socket): void => void socket.on('data', () => socket.write('Echo: Oi\n')),
      /^wrong reply from byte 7 on: expected "Echo: oi\\n", got "Echo: Oi\\n";.*\n$/,
    ],
    [
      "the server's Error line in the place of the reply",
      ['--framing', 'line'],
      (socket: Socket): void => void socket.on('data', () => socket.end('Error: server is full\n')),
      /^Error: server is full\n$/,
    ],
    [
      'half a reply that stays half',
      [],
      (socket: Socket): void => void socket.on('data', () => socket.write('Echo: o')),
      /^timed out: no whole reply \(7 bytes came\) within 200 ms;.*\n$/,
    ],
    [
      'a close instead of a reply',
      [],
      (socket: Socket): void => void socket.on('data', () => socket.end()),
      /^cut off: the server closed the connection instead of replying;.*\n$/,
    ],
    [
      "the server's Error line after a piece of the reply",
      [],
      (socket: Socket): void => void socket.on('data', () => socket.end('Echo: oError: \u001b[2Jno\n')),
      /^Error: \\x1b\[2Jno\n$/,
    ],
    [
      'an Error line that comes unasked',
      ['--hold', '5s'],
      (socket: Socket): void => {
        echoChunks(socket);
        socket.on('data', () => setTimeout(() => socket.end('Error: idle\n'), 20));
      },
      /^Error: idle\n$/,
    ],
  ];
  const saysWhatHappened = async (_: string, flags: readonly string[], serve: (socket: Socket) => void, line: RegExp): Promise<void> => {
    const result = await runClient([...(await serving(serve)), '--timeout', '200ms', ...flags, 'oi']);
    expect(result.stderr).toMatch(line);
    expect(result.code).toBe(1);
  };
  const inOneLine = 'client says in one line what happened and exits 1: %s';
  test.each(happened.slice(0, 5))(inOneLine, saysWhatHappened);
  longTest.each(happened.slice(5))(`${inOneLine}${anew}`, saysWhatHappened);

  const wrong: readonly (readonly [args: readonly string[], env: Readonly<Record<string, string>>, message: string])[] = [
    [['--port', '65536'], {}, '--port cannot be "65536"'],
    [['--port'], {}, '--port needs a value'],
    [[], { ECHO_PORT: 'http' }, 'ECHO_PORT cannot be "http"'],
    [['--timeout', 'soon'], {}, '--timeout cannot be "soon"'],
    [['--hold', 'off'], {}, '--hold cannot be "off"'],
    [['--repeat', '0'], {}, '--repeat cannot be "0"'],
    [['--framing', 'words'], {}, '--framing cannot be "words": it is one of chunk, line'],
    [['--lang', 'fr'], {}, '--lang cannot be "fr"'],
    [['--lang=pt-BR', '--prot', '1'], {}, 'não existe a opção --prot'],
    [[''], {}, 'MESSAGE is empty'],
    [['--framing', 'line', 'a\nb'], {}, 'MESSAGE "a\\nb" has a line break'],
  ];
  const namesFlag = async (args: readonly string[], env: Readonly<Record<string, string>>, message: string): Promise<void> => {
    const result = await runClient(args, '', env);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toMatch(/^.+\n$/);
  };
  const named = 'client names the flag that is wrong and exits 2: %j %j';
  test.each(wrong.slice(0, 3))(named, namesFlag);
  longTest.each(wrong.slice(3))(`${named}${anew}`, namesFlag);

  test('client shows its help in the language that was asked for', async () => {
    const result = await runClient(['--help', '--lang', 'pt-BR']);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('Uso: client');
    expect(result.stdout).toContain('(padrão: 5000, ECHO_PORT)');
  });

  test('client says it in Portuguese, and in the JSON object', async () => {
    const port = await serving((socket) => void socket.on('data', () => socket.end('Echo: o')));
    const result = await runClient([...port, '--lang', 'pt-BR', '--json', 'oi']);
    expect(result.stderr).toContain('interrompido: o servidor fechou a conexão no meio da resposta');
    expect(JSON.parse(result.stdout)).toMatchObject({ ok: false, error: { code: 'cut-off' } });
  });

  test('client ends with 130 on Ctrl-C', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<unknown>();
    const port = await serving((socket) => void socket.once('data', resolve));
    const { child, finished } = startClient([...port, 'oi']);
    await asked;
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ code: 130, stdout: '' });
  });

  test('client says in one line that its replies cannot be written, and exits 1', async () => {
    const port = await serving(echoChunks);
    const { finished } = startClient([...port, 'oi'], {}, '/dev/full');
    expect(await finished).toMatchObject({ code: 1, stderr: 'the output could not be written (ENOSPC).\n' });
  });

  test('client ends quietly when nobody reads its output any more', async () => {
    const port = await serving(echoLines);
    const { child } = startClient([...port, '--framing', 'line', '--repeat', '1000000', 'oi']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
