import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempDisposableSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { workspaceRoot } from './approaches.ts';
import { peers } from './peers.ts';

test('peers() are those folders that say how they are started', () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'peers-'));
  const root = folder.path;
  for (const name of ['b', 'a', 'shared']) mkdirSync(join(root, 'tools/peers', name), { recursive: true });
  writeFileSync(join(root, 'tools/peers/README.md'), '');
  writeFileSync(join(root, 'tools/peers/a/peer.json'), '{ "needs": ["cc"], "build": "cc a.c", "command": "./a {port}" }');
  writeFileSync(join(root, 'tools/peers/b/peer.json'), '{ "command": "b {port}", "framing": "chunk", "serves": "serial" }');
  expect(peers(root)).toEqual([
    { name: 'a', needs: ['cc'], build: 'cc a.c', command: './a {port}', framing: 'line', serves: 'overlapping' },
    { name: 'b', needs: [], command: 'b {port}', framing: 'chunk', serves: 'serial' },
  ]);
});

test('peers() of this workspace all take a port', () => {
  expect(peers().length).toBeGreaterThan(5);
  for (const { command } of peers()) expect(command).toContain('{port}');
});

const ofNode = peers().filter(({ command }) => command.startsWith('tools/runtime/node '));
test.each(ofNode)('$name keeps what was compiled for its next start, though a signal ends it', async ({ command }) => {
  using cache = mkdtempDisposableSync(join(tmpdir(), 'peers-'));
  const [program = '', ...words] = command.replace('{port}', '0').split(' ');
  const env = { ...process.env, NODE_COMPILE_CACHE: cache.path };
  const child = spawn(program, words, { cwd: workspaceRoot, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  const [version = ''] = readdirSync(cache.path);
  expect(readdirSync(join(cache.path, version)).length).toBeGreaterThan(0);
});
