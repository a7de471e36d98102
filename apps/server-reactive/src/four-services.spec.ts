import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { clauses, Limiter, type Promises, runContract } from '#contract';
import { longTest, whyLong } from '#long-test';
import { ServerProcess } from '#testing';

const main = join(import.meta.dirname, 'testing/four-services.ts');
const start = (operator: string, env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> =>
  ServerProcess.start(main, ['--operator', operator, '--log-level', 'debug'], env);
const chain = join(import.meta.dirname, 'testing/with-chain.ts');
const withChain = { NODE_OPTIONS: `--import ${chain}` };

/** The clauses that a server breaks, each with what it did; Node starts it with these arguments. */
async function brokenBy(args: readonly string[], serves: Promises['serves'], meant: typeof clauses): Promise<string[]> {
  expect(meant.length).toBeGreaterThan(5);
  const promises: Promises = { serves, workers: 'none', framing: 'line', maxMessageBytes: 65_536 };
  const target = { command: [process.execPath, ...args] };
  const run = { clauses: meant, target, promises, patience: 10_000, long: false, limiter: new Limiter(3) };
  const outcomes = await Promise.all(runContract(run));
  return outcomes.flatMap((one) => (one.result === 'failed' ? [`${one.clause.id}: ${one.error.message}`] : []));
}

describe('server-reactive with another operator in the place of mergeMap', () => {
  test('mergeMap serves clients side by side', async () => {
    const server = await start('mergeMap');
    const [first, second] = [await server.connect(), await server.connect()];
    await first.exchange('one');
    await second.exchange('two');
    await first.exchange('one again');
    expect(server.all('waiting')).toEqual([]);
  });

  test('concatMap has them take turns, and says who waits', async () => {
    const server = await start('concatMap');
    const first = await server.connect();
    await first.exchange('one');
    const second = await server.connect();
    second.send('two\n');
    await server.said('waiting', { connection: 2, ahead: 1 });
    expect(second.text).toBe('');
    first.socket.end();
    await second.until(() => second.text === 'Echo: two\n');
  });

  longTest(`concatMap keeps the clauses for serial servers${whyLong('that they take turns is tried already')}`, async () => {
    const meant = clauses.filter(({ serves }) => serves === 'serial');
    expect(await brokenBy([main, '--operator', 'concatMap'], 'serial', meant)).toEqual([]);
  });

  test.each([
    ['one by hand', {}],
    ['a chain', withChain],
  ])('switchMap ends the client before, after what it was answered, and lets it go: %s', async (_, env) => {
    const server = await start('switchMap', env);
    const first = await server.connect();
    await first.exchange('one');
    const second = await server.connect();
    await second.exchange('two');
    expect(await first.untilEnded()).toBe('Echo: one\n');
    expect(first.ending).toBe('fin');
    first.socket.end();
    await server.said('ended', { connection: 1, active: 1, waiting: 0 });
    await second.exchange('two again');
  });

  test('exhaustMap turns away whoever comes while one is served, and keeps nothing of them', async () => {
    const server = await start('exhaustMap');
    const first = await server.connect();
    await first.exchange('one');
    const second = await server.connect();
    expect(await second.untilEnded()).toBe('');
    expect(second.ending).toBe('fin');
    second.socket.end();
    await server.said('ended', { connection: 2, active: 1, waiting: 0 });
    await first.exchange('one again');
    first.socket.end();
    await server.said('ended', { connection: 1, active: 0, waiting: 0 });
    await (await server.connect()).exchange('three');
    expect(server.all('serving').map(({ connection }) => connection)).toEqual([1, 3]);
  });
});

const reason = whyLong('it is an example of the README, beside the model');
longTest(`server-reactive with the chain of operators in its place keeps order and holds peers back${reason}`, async () => {
  const topics = ['order', 'backpressure', 'half-close'];
  const meant = clauses.filter(({ id }) => topics.includes(id.replace(/\/.*/, '')));
  expect(await brokenBy(['--import', chain, join(import.meta.dirname, 'main.ts')], 'overlapping', meant)).toEqual([]);
});
