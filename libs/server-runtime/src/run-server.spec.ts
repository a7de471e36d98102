import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { longTest, whyLong } from '#long-test';
import { ServerProcess } from '#testing';

const main = join(import.meta.dirname, 'testing', 'small-server.ts');

const inContract = whyLong('a clause of the contract says so, too');

describe('runServer()', () => {
  test('says that it listens on one line, at any log level', async () => {
    const server = await ServerProcess.start(main, ['--log-level', 'silent']);
    expect(server.lines).toMatchObject([{ event: 'listening', name: 'server-small', host: '127.0.0.1', port: server.port }]);
    const peer = await server.connect();
    await peer.exchange('one');
    expect(server.lines).toHaveLength(1);
    server.signal('SIGTERM');
    expect(await server.exited).toBe(0);
  });

  test('says it as text where people read', async () => {
    const server = new ServerProcess(main, ['--log-format', 'pretty', '--log-level', 'silent']);
    expect(await server.printed()).toMatch(/^server-small listening on 127\.0\.0\.1:\d+\n$/);
  });

  test('takes its flags from the environment', async () => {
    const server = await ServerProcess.start(main, [], { ECHO_MAX_MESSAGE_BYTES: '3' });
    const peer = await server.connect();
    peer.send('four\n');
    expect(await peer.untilEnded()).toBe('Error: message is longer than 3 bytes\n');
  });

  const drains = async (signal: NodeJS.Signals): Promise<void> => {
    const server = await ServerProcess.start(main, ['--work', 'sleep:50ms']);
    const peer = await server.connect();
    peer.send('one\ntwo\n');
    await server.said('received', {}, 2);
    server.signal(signal);
    expect(await peer.untilEnded()).toBe('Echo: one\nEcho: two\n');
    expect(peer.ending).toBe('fin');
    peer.socket.end();
    expect(await server.exited).toBe(0);
    expect(server.all('draining')).toMatchObject([{ cause: signal, active: 1 }]);
    expect(server.all('stopped')).toMatchObject([{ destroyed: 0, active: 0 }]);
    expect(server.stderr).toBe('');
  };
  test.each(['SIGTERM', 'SIGHUP'] as const)('drains on %s and ends with 0', drains);
  longTest.each(['SIGINT'] as const)(`drains on %s and ends with 0${inContract}`, drains);

  longTest(`takes a second signal within 1 s for the same request${inContract}`, async () => {
    const server = await ServerProcess.start(main, ['--work', 'sleep:200ms']);
    const peer = await server.connect();
    peer.send('one\n');
    await server.said('received');
    server.signal('SIGINT');
    await server.said('draining');
    server.signal('SIGTERM');
    expect(await peer.untilEnded()).toBe('Echo: one\n');
    peer.socket.end();
    expect(await server.exited).toBe(0);
    expect(server.all('stopped')).toHaveLength(1);
  });

  test('destroys what is still open at the deadline, and still ends with 0', async () => {
    const server = await ServerProcess.start(main, ['--work', 'sleep:1m', '--drain-timeout', '50ms']);
    const peer = await server.connect();
    peer.send('one\n');
    await server.said('received');
    server.signal('SIGTERM');
    expect(await peer.untilEnded()).toBe('');
    expect(await server.exited).toBe(0);
    expect(server.all('stopped')).toMatchObject([{ destroyed: 1 }]);
  });

  test('stops at once on a signal that comes more than 1 s after the first', async () => {
    const server = await ServerProcess.start(main, ['--work', 'sleep:1m', '--drain-timeout', 'off']);
    const peer = await server.connect();
    peer.send('one\n');
    await server.said('received');
    server.signal('SIGTERM');
    await server.said('draining');
    await new Promise((resolve) => setTimeout(resolve, 1_050)); // The rule is about time.
    server.signal('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.all('stopped')).toEqual([]);
  });

  longTest(`goes on accepting for --drain-delay after a signal, then drains${inContract}`, async () => {
    const server = await ServerProcess.start(main, ['--drain-delay', '1500ms']);
    server.signal('SIGTERM');
    await server.said('stop-asked', { cause: 'SIGTERM', delay: 1_500 });
    const late = await server.connect();
    await late.exchange('one');
    expect(server.all('draining')).toEqual([]);
    expect(await late.untilEnded()).toBe('Echo: one\n');
    late.socket.end();
    expect(await server.exited).toBe(0);
    const [asked, draining] = [await server.said('stop-asked'), await server.said('draining', { cause: 'SIGTERM' })];
    expect(Number(draining['ns']) - Number(asked['ns'])).toBeGreaterThan(1.4e9);
  });

  test('stops at once on a signal in the time of --drain-delay that comes more than 1 s after the first', async () => {
    const server = await ServerProcess.start(main, ['--drain-delay', '1m']);
    server.signal('SIGTERM');
    await server.said('stop-asked');
    await new Promise((resolve) => setTimeout(resolve, 1_050)); // The rule is about time.
    server.signal('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.all('draining')).toEqual([]);
  });

  test('ends with 0 on a signal while it starts', async () => {
    const server = new ServerProcess(main, ['--goes', 'nowhere']);
    await server.said('starting');
    server.signal('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.all('listening')).toEqual([]);
  });

  test('drains when the model asks for it', async () => {
    const server = await ServerProcess.start(main, ['--goes', 'home', '--drain-delay', '1m']); // Nobody is to be waited for.
    const peer = await server.connect();
    await peer.untilEnded();
    peer.socket.end();
    expect(await server.exited).toBe(0);
    expect(server.all('draining')).toMatchObject([{ cause: 'enough' }]);
  });

  test('says in one line on stderr why it fails, and ends with 1', async () => {
    const server = await ServerProcess.start(main, ['--goes', 'down']);
    const peer = await server.connect();
    expect(await server.exited).toBe(1);
    expect(server.stderr).toBe('server-small: it is down; start it again.\n');
    await peer.untilEnded();
  });

  test.each([
    ['C', 'is already in use; stop the other server or choose another port with --port.'],
    ['pt_BR.UTF-8', 'já está em uso; encerre o outro servidor ou escolha outra porta com --port.'],
  ])('says that a port is in use, in the language of %s', async (locale, words) => {
    const first = await ServerProcess.start(main);
    const second = new ServerProcess(main, ['--port', String(first.port)], { LC_ALL: locale });
    expect(await second.exited).toBe(1);
    expect(second.stderr).toMatch(/^server-small: [^\n]*\n$/);
    expect(second.stderr).toContain(words);
    expect(second.stdout).toBe('');
  });

  test.each([
    ['a flag that it does not have', ['--workers', '2'], 'server-small: there is no flag --workers. See --help.\n'],
    ['a value that is wrong', ['--port', 'x'], 'server-small: --port needs a whole number from 0 to 65535, not "x".\n'],
    ["a wrong value of the model's own flag", ['--goes', 'up'], 'server-small: --goes needs one of well, wrong, nowhere, down, home, not "up".\n'],
  ])('ends with 2 for %s', async (_, given, line) => {
    const server = new ServerProcess(main, given);
    expect(await server.exited).toBe(2);
    expect([server.stderr, server.stdout]).toEqual([line, '']);
  });

  test('shows its help on stdout and ends with 0', async () => {
    const server = new ServerProcess(main, ['--help']);
    expect(await server.exited).toBe(0);
    expect(server.stdout).toContain('--goes <HOW>');
    expect(server.stderr).toBe('');
  });

  test('ends with 2 for a wrong flag, though nobody can read why', async () => {
    const child = spawn(process.execPath, [main, '--bogus'], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.destroy(); // Long before it has started.
    expect(await once(child, 'exit')).toEqual([2, null]);
  });

  test('says that its help could not be written, and ends with 1', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [main, '--help', '--lang', 'en'], { stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    const said = text(child.stderr as NonNullable<typeof child.stderr>);
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(await said).toBe('the output could not be written (ENOSPC).\n');
  });

  test('shows the stack of a bug and ends with 1', async () => {
    const server = new ServerProcess(main, ['--goes', 'wrong']);
    expect(await server.exited).toBe(1);
    expect(server.stderr).toMatch(/Error: a bug\n\s+at /);
  });
});
