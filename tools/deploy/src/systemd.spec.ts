import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { workspaceRoot } from '#approaches';
import { parseDuration } from '#command-line';
import { commonFlags } from '#server-runtime';

const unit = readFileSync(join(workspaceRoot, 'deploy/systemd/echo-lab@.service'), 'utf8');

const there = spawnSync('systemd-analyze', ['--version']).error === undefined;
const [testWithSystemd, why] = there ? [test, ''] : [test.skip, ' (needs systemd-analyze, which is not installed)'];

/** What systemd says of a unit; nothing of one whose every line it takes. */
function complaintsOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'unit-'));
  const file = join(folder, 'echo-lab@server-cluster.service');
  // It looks whether what is started is there, too.
  writeFileSync(file, text.replace('ExecStart=/opt/echo-lab/node', `ExecStart=${process.execPath}`));
  const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stderr;
}

testWithSystemd(`the unit of a server is one that systemd takes without a complaint${why}`, () => {
  expect(complaintsOf(unit)).toBe('');
  expect(complaintsOf(unit.replace('KillMode=mixed', 'KillMode=mixt'))).toContain('mixt');
});

test('the unit of a server leaves it the time to drain', () => {
  const seconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]);
  expect(seconds * 1_000).toBeGreaterThan(Number(parseDuration(commonFlags.drainTimeout.default)));
});
