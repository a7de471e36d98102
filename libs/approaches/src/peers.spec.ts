import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
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
