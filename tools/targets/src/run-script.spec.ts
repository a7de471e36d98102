import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { workspaceRoot } from '#approaches';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-script-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** As Nx runs the executor, which makes a signal to its process one to the script. */
const executorFor = (signal: string): string => `
  import runScript from '${join(import.meta.dirname, 'run-script.ts')}';
  const script = "process.on('${signal}', () => process.exit(5)); setTimeout(() => {}, 10_000); console.log('ready')";
  const target = { options: { args: ['--eval', script] } };
  console.log(JSON.stringify(await runScript({ __unparsed__: [] }, { root: ${JSON.stringify(workspaceRoot)}, target })));`;

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('runScript() hands %s on to the script, and notes how that ends', async (signal) => {
  const codes = join(folder, 'codes');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', executorFor(signal)], {
    env: { ...process.env, NX_EXIT_CODES: codes },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') child.kill(signal);
    said += text;
  });
  const written = once(child, 'close');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await written;
  expect(said).toBe('ready\n{"success":false}\n');
  expect(readFileSync(codes, 'utf8')).toBe('5\n');
});
