import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** What fits in a process of its own with this descriptor limit, beside this many threads. */
function thatFit(limit: number, threads = 0): number {
  const source = `import { connectionsThatFit } from ${JSON.stringify(join(import.meta.dirname, 'descriptors.ts'))};
    process.stdout.write(String(connectionsThatFit(${threads})));`;
  const command = `ulimit -n ${limit}; exec "$0" --input-type=module --eval "$1"`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command, process.execPath, source], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return Number(stdout);
}

test('connectionsThatFit() leaves room for what is open, for a reserve and for threads', () => {
  const reserved = 32;
  const fit = thatFit(1_024);
  expect(fit).toBeLessThan(1_024 - reserved);
  expect(fit).toBeGreaterThan(1_024 - reserved - 64);
  expect(thatFit(2_048) - fit).toBe(1_024);
  expect(fit - thatFit(1_024, 30)).toBe(240);
});

test('connectionsThatFit() says that there is room for none', () => {
  expect(thatFit(48)).toBeLessThan(1);
});
