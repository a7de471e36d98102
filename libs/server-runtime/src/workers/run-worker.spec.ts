import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Peer } from '#testing';
import { findPort } from '../listen.ts';
import { optionsOf } from '../testing/options-of.ts';
import type { WorkerProcess } from '../testing/worker-process.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

describe('runWorker()', () => {
  let child: ChildProcess;
  let said: FromWorker[];
  let exited: Promise<unknown[]>;
  let stderr: Promise<string>;
  const start = (settings: Partial<WorkerProcess> = {}): void => {
    const given: WorkerProcess = { goes: 'well', options: optionsOf(), ...settings };
    child = fork(join(import.meta.dirname, '../testing/worker-process.ts'), [JSON.stringify(given)], { silent: true });
    said = [];
    child.on('message', (message: FromWorker) => said.push(message));
    exited = once(child, 'exit');
    child.stdout?.resume();
    stderr = child.stderr === null ? Promise.resolve('') : text(child.stderr);
  };
  const tell = (say: ToWorker['say']): void => {
    child.send({ say });
  };
  const ready = async (settings?: Partial<WorkerProcess>): Promise<void> => {
    start(settings);
    await once(child, 'message');
  };
  afterEach(() => {
    child.kill('SIGKILL');
  });

  test('says that it is ready, and answers a ping', async () => {
    await ready();
    tell('ping');
    await once(child, 'message');
    expect(said).toEqual([{ say: 'ready' }, { say: 'pong' }]);
  });

  test('answers clients from the word on, those included that came before it', async () => {
    const port = await findPort(optionsOf());
    await ready({ options: optionsOf({ port }) });
    const peer = await Peer.connect(port);
    peer.send('early\n');
    tell('ping');
    await once(child, 'message');
    expect(peer.text).toBe('');
    tell('serve');
    await peer.until(() => peer.text === 'Echo: early\n');
    peer.socket.destroy();
  });

  test('drains once and ends with 0, whoever says so and however often', async () => {
    await ready();
    tell('serve');
    tell('drain');
    child.kill('SIGTERM');
    tell('drain');
    expect(await exited).toEqual([0, null]);
    expect(said).toMatchObject([{ say: 'ready' }, { say: 'drained', destroyed: 0 }]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('drains on %s alone', async (signal) => {
    await ready();
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
    expect(said.at(-1)).toEqual({ say: 'drained', destroyed: 0, cause: signal });
  });

  test('goes on for --drain-delay after a signal, until its parent says drain: who says so has waited', async () => {
    const port = await findPort(optionsOf());
    await ready({ options: optionsOf({ port, drainDelay: 60_000 }) });
    tell('serve');
    child.kill('SIGTERM');
    for (let asked = 0; asked < 2; asked++) {
      tell('ping'); // It has heard the signal before the second.
      await once(child, 'message');
    }
    const peer = await Peer.connect(port);
    await peer.exchange('late');
    tell('drain');
    expect(await peer.untilEnded()).toBe('Echo: late\n');
    peer.socket.end();
    expect(await exited).toEqual([0, null]);
    expect(said.at(-1)).toEqual({ say: 'drained', destroyed: 0, cause: 'parent' });
  });

  test('says how many connections it had to destroy', async () => {
    const port = await findPort(optionsOf());
    await ready({ options: optionsOf({ port, work: { kind: 'sleep', ms: 60_000 }, drainTimeout: 50 }) });
    tell('serve');
    const peer = await Peer.connect(port);
    peer.send('one\n');
    if (child.stdout !== null) for await (const lines of child.stdout) if (String(lines).includes('"received"')) break;
    tell('drain');
    await exited;
    expect(said.at(-1)).toMatchObject({ say: 'drained', destroyed: 1 });
    peer.socket.destroy();
  });

  test('says why no worker can start, and ends with 1', async () => {
    start({ goes: 'nowhere' });
    expect(await exited).toEqual([1, null]);
    expect(said).toEqual([{ say: 'failed', code: 'NOWHERE', message: 'there is no place for it.' }]);
    expect(await stderr).toBe('');
  });

  test('dies of a bug, with its stack', async () => {
    start({ goes: 'wrong' });
    expect(await exited).toEqual([1, null]);
    expect(said).toEqual([]);
    expect(await stderr).toMatch(/Error: a bug\n\s+at /);
  });
});
