import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposableSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBasics } from './check-basics.ts';
import { checkReachable } from './check-reachable.ts';
import type { Clause } from './clause.ts';
import { clauses } from './clauses/index.ts';
import { judge } from './describe-contract.ts';
import { freePort } from './free-port.ts';
import { Lane } from './lane.ts';
import { Limiter } from './limiter.ts';
import type { Outcome } from './outcome.ts';
import type { Promises } from './promises.ts';
import { type ContractRun, runContract } from './run-contract.ts';
import { ServerEnded, signalOf } from './server-ended.ts';
import type { Target } from './why-not-tried.ts';

const promises: Promises = { serves: 'overlapping', workers: 'none', framing: 'chunk', maxMessageBytes: 65_536 };
const patience = 20_000;
const ids = ['echo/answers', 'echo/answers-each-in-turn', 'echo/one-after-another', 'chunk/needs-no-newline', 'half-close/after-a-reply'];
const few = (clauses as readonly Clause[]).filter(({ id }) => ids.includes(id));

const commandOf = (way: string): string => `${process.execPath} ${import.meta.dirname}/testing/ending-server.ts {port} ${way}`;

/** The clauses on one server, in turn. */
function outcomesOf(target: Target, more: Partial<ContractRun> = {}): Promise<readonly Outcome[]> {
  return Promise.all(runContract({ clauses: few, target, promises, patience, long: false, limiter: new Limiter(1), ...more }));
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}

/** This process hears nothing of what it begins to connect to, as on a busy machine, until that has long done what it does. */
async function deafWhileConnecting<T>(connects: () => Promise<T>): Promise<T> {
  const came = connects();
  for (let turn = 0; turn < 10; turn++) await nextTick(); // It is connecting.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  return came;
}

const errorOf = (outcome: Outcome | undefined): Error | undefined => (outcome?.result === 'failed' ? outcome.error : undefined);

/** A server that runs while `during` does, and which the contract knows by its address alone. */
async function withAddress<T>(way: string, during: (target: Target) => Promise<T>): Promise<T> {
  const port = await freePort();
  const [file = '', ...rest] = commandOf(way).replace('{port}', `${port}`).split(' ');
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(child.stdout, 'data');
    return await during({ host: '127.0.0.1', port });
  } finally {
    child.kill('SIGKILL');
  }
}

describe('runContract()', () => {
  test('names the end of a server in the clause that saw it, and starts it again for the next', async () => {
    const outcomes = await outcomesOf({ command: commandOf('ended-by-signal') });
    expect(outcomes.map(({ result }) => result)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed']);
    const error = errorOf(outcomes[2]);
    expect(error).toBeInstanceOf(ServerEnded);
    expect(error?.message).toMatch(/^the server ended by SIGKILL and said at last: (two \| )?\\u001b\[31mthree \| four: broken (\| Killed )?\(sent/);
  });

  test('names the end of a server behind a shell, which says 128 and the signal', async () => {
    const outcomes = await outcomesOf({ command: `true && ${commandOf('ended-by-signal')}; exit $?` });
    expect(errorOf(outcomes[2])?.message).toContain('the server ended by SIGKILL and said');
  });

  test('names the end of a server also where it comes after that of its connections', async () => {
    const outcomes = await outcomesOf({ command: commandOf('ends-late') });
    expect(errorOf(outcomes[2])?.message).toContain('the server ended with exit code 3');
  });

  test('says that the rest was not reached where a server that it did not start is gone', async () => {
    const outcomes = await withAddress('exits', outcomesOf);
    expect(outcomes.map(({ result }) => result)).toEqual(['passed', 'passed', 'failed', 'not-reached', 'not-reached']);
    const [, , , unreached] = outcomes;
    expect(unreached).toMatchObject({ took: 0, reason: { code: 'gone' } });
    expect(() => {
      if (unreached !== undefined) judge(unreached, undefined);
    }).toThrow(/^\S+ was not reached: the server accepts nobody any more: connect ECONNREFUSED/);
  });

  test('takes nobody for there who is about to go', async () => {
    const outcomes = await withAddress('ends-in-steps', outcomesOf);
    expect(outcomes.map(({ result }) => result)).toEqual(['passed', 'passed', 'failed', 'not-reached', 'not-reached']);
  });

  test('calls nobody gone who resets a newcomer before this process hears that he is connected', async () => {
    await withAddress('resets', async (target) => {
      const lane = new Lane({ target, promises, patience, flags: [] });
      await expect(deafWhileConnecting(() => lane.lost())).resolves.toBeUndefined();
      await expect(deafWhileConnecting(() => checkReachable({ target, promises, patience }))).resolves.toBeUndefined();
      await lane.tidy({ server: true });
    });
  });

  test('starts a server again that lives and accepts nobody any more', async () => {
    const outcomes = await outcomesOf({ command: commandOf('closes') });
    expect(outcomes.map(({ result }) => result)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed']);
  });

  test('trusts nobody on the port of a server that has ended', async () => {
    const target = { command: commandOf('leaves-another') };
    const outcomes = await outcomesOf(target);
    expect(outcomes.every(({ result }) => result === 'failed' || result === 'not-reached')).toBe(true);
    expect(errorOf(outcomes[0])?.message).toContain('the server ended with exit code 3');
    await expect(checkReachable({ target, promises, patience })).rejects.toThrow('the server ended with exit code 3');
  });

  test('trusts nobody on the port of a server that has ended, also while its shell is still to say so', async () => {
    // It counts without a command, for longer than the one that is left behind takes to listen.
    const command = `${commandOf('leaves-another')}; i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; exit 3`;
    await expect(checkReachable({ target: { command }, promises, patience })).rejects.toThrow('the server ended with exit code 3');
  });

  test('gives up a server that accepts and answers nothing, with one reason for all that was not reached', async () => {
    const outcomes = await outcomesOf({ command: commandOf('lines') }, { patience: 1_000, tries: 2 });
    expect(outcomes.map(({ result }) => result)).toEqual(['failed', ...few.slice(1).map(() => 'not-reached')]);
    expect(outcomes[1]).toMatchObject({ took: 0, reason: { code: 'mute' } });
  });

  test('tries again what failed, on a fresh server, where that is asked for, and calls it unsteady if it then passes', async () => {
    using folder = mkdtempDisposableSync(join(tmpdir(), 'unsteady-'));
    const started = join(folder.path, 'started');
    const reference = `exec ${process.execPath} ${import.meta.dirname}/testing/reference/main.ts --port {port}`;
    const command = `if [ -e ${started} ]; then ${reference}; else touch ${started}; ${reference} --broken no-prefix; fi`;
    const [outcome, ...others] = await outcomesOf({ command }, { tries: 3 });
    expect(outcome).toMatchObject({ result: 'unsteady', passed: 2, tries: 3 });
    expect(others.map(({ result }) => result)).toEqual(few.slice(1).map(() => 'passed'));
    rmSync(started);
    const [once] = await outcomesOf({ command });
    expect(once?.result).toBe('failed');
  });

  test('fails at once a server that never stops talking', async () => {
    const outcomes = await outcomesOf({ command: commandOf('endless') });
    expect(outcomes.map(({ result }) => result)).toEqual(few.map(() => 'failed'));
    expect(errorOf(outcomes[0])?.message).toMatch(/expected "Echo: Teste Parte 1", but got (\d+ bytes, more than any echo of what was sent: )?"Echo: xEcho: x/);
  });
});

describe('checkBasics()', () => {
  test('names the first breach in order', async () => {
    const { breach, passed } = await withAddress('exits', (target) => checkBasics(target, { serves: 'overlapping', framing: 'chunk' }));
    expect(passed).toBe(2);
    expect(breach?.clause.id).toBe('echo/keeps-connections-apart');
  });

  // Nine clauses would wait for a reply that never comes, 15 s each.
  test('is content with the first breach, where each waits', async () => {
    const promises = { serves: 'overlapping', framing: 'chunk' } as const;
    const { breach } = await withAddress('lines', (target) => checkBasics(target, promises, 500));
    expect(breach?.error.message).toBe('sent "Teste Parte 1"; expected "Echo: Teste Parte 1", but got nothing within 0.5 s');
  });
});

describe('signalOf()', () => {
  test.each([
    [null, 'SIGPIPE', 'SIGPIPE'],
    [141, null, 'SIGPIPE'],
    [3, null, undefined],
  ] as const)('signalOf() of code %s and signal %s is %s', (code, signal, name) => {
    expect(signalOf({ code, signal })).toBe(name);
  });
});
