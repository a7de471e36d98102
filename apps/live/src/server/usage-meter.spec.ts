import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Session } from '#machine';
import { UsageMeter } from './usage-meter.ts';

const linux = existsSync('/proc/self/stat');

/** Computes for half a second, says so, and ends when something is said to it. */
const worker = "const end = process.cpuUsage().user + 5e5; while (process.cpuUsage().user < end) for (let step = 0; step < 1e5; step++); console.log('computed'); process.stdin.once('data', () => process.exit())";

(linux ? test : test.skip)(`UsageMeter tells of each process, and what one has used that ended is not its leader's${linux ? '' : ' (needs /proc)'}`, async () => {
  const said = { computed: Promise.withResolvers<undefined>(), over: Promise.withResolvers<undefined>() };
  const session = new Session(['sh', '-c', `"$0" -e "${worker}" <&0; echo over; read line`, process.execPath], {
    stdin: true,
    onLine: (line) => {
      said[line as keyof typeof said].resolve(undefined);
    },
  });
  await using ending = new AsyncDisposableStack();
  ending.defer(() => session.end());
  const meter = new UsageMeter();
  await said.computed.promise;
  const looked = performance.now();
  const both = meter.look(session.pid);
  expect(both.map(({ pid }) => pid)).toContain(session.pid);
  expect(both).toHaveLength(2);
  for (const { memory } of both) expect(memory).toBeGreaterThan(100_000);
  session.write('\n');
  await said.over.promise;
  const [leader, ...others] = meter.look(session.pid);
  expect(others).toEqual([]);
  const seconds = (performance.now() - looked) / 1_000;
  // Its shell does next to nothing; the worker used half a second.
  expect((leader?.cpu ?? NaN) * seconds).toBeLessThan(0.25);
});
