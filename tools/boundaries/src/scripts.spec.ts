import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');

// `cd` prints where it went by way of CDPATH, and with it a line break came into the path of the cache.
test.each(['.', '/tmp:.'])('tools/runtime/node finds its folder with CDPATH=%s', async (CDPATH) => {
  const env = { PATH: process.env['PATH'], CDPATH };
  const { stdout } = await promisify(execFile)('tools/runtime/node', ['-p', 'process.env.NODE_COMPILE_CACHE'], { cwd: root, env });
  expect(stdout).toMatch(/^\/[^\n]+\/node_modules\/\.cache\/node\n$/);
});

test("the Node that 'npm ci' brings is the one that .nvmrc and CI name", () => {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const { dependencies } = JSON.parse(read('package.json')) as { readonly dependencies: { readonly node: string } };
  expect(process.versions.node).toBe(dependencies.node);
  expect(read('.nvmrc').trim()).toBe(dependencies.node);
  const [major] = dependencies.node.split('.');
  expect(read('.github/workflows/ci.yml')).toContain(`container: node:${String(major)}-`);
  expect(read('tools/runtime/node')).toContain(`its own Node ${String(major)} `);
});
