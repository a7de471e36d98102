import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { long, longTest, whyLong } from '#long-test';
import { processesOf, runProgram } from '#machine';
import { LiveProcess } from './testing/live-process.ts';

const main = join(import.meta.dirname, 'main.ts');
const run = async (...flags: readonly string[]): Promise<readonly [number | null, string]> => {
  const { exit, stderr } = await runProgram([process.execPath, main, ...flags]);
  return [exit.code, stderr];
};

let live: LiveProcess | undefined;
afterEach(async () => {
  await live?.session.end();
  live = undefined;
});

const wrong = [
  [['--port', '70000'], "error: option '--port <port>' argument '70000' is invalid. It must be a whole number from 0 to 65535.\n"],
  [['--address', '::'], "error: unknown option '--address'\n"],
] as const;
test.each(long ? wrong : wrong.slice(0, 1))(`live ends with 2 at %j${whyLong('other flags')}`, async (flags, said) => {
  expect(await run(...flags)).toEqual([2, said]);
});

test('live says that its port is in use, in either language', async () => {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  const [one, other] = await Promise.all([run('--port', String(port), '--lang', 'en'), run('--port', String(port), '--lang', 'pt-BR')]);
  listener.close();
  expect(one).toEqual([1, `port ${port} on 127.0.0.1 is already in use; stop what listens there, or choose another with --port\n`]);
  expect(other).toEqual([1, `a porta ${port} em 127.0.0.1 já está em uso; pare o que escuta nela ou escolha outra com --port\n`]);
});

const endsAt = async (signal: NodeJS.Signals): Promise<void> => {
  live = await LiveProcess.start();
  expect((await live.order({ do: 'lesson', lesson: 'part-2', said: 0 })).status).toBe(200);
  const { pid } = live.session;
  const all = processesOf(pid);
  expect(all.length).toBe(3);
  expect(await live.end(signal)).toEqual({ code: 0, signal: null });
  expect(processesOf(pid)).toEqual([]);
  for (const one of all) expect(processesOf(one.pid)).toEqual([]);
};
test('live ends all of it at SIGTERM, in the middle of a lesson, with 0', () => endsAt('SIGTERM'));
longTest.each(['SIGINT', 'SIGHUP'] as const)(`live ends all of it at %s${whyLong('SIGTERM takes the same way')}`, endsAt);
