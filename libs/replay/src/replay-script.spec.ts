import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { languages } from '#command-line';
import { replayScript } from './replay-script.ts';

test.each(languages)('replayScript() is one small module in %s', (language) => {
  const script = replayScript(language);
  expect(script).not.toMatch(/^import |import\(|<\/script|<!--/m);
  expect(script.length).toBeLessThan(10_000);
});

test('replayScript() warns of nothing', async () => {
  const path = join(import.meta.dirname, 'index.ts');
  const code = `import { replayScript } from ${JSON.stringify(path)}; process.stdout.write(String(replayScript('en').length > 0));`;
  const env = { ...process.env, NODE_OPTIONS: '' };
  const ran = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { env });
  expect(ran).toEqual({ stdout: 'true', stderr: '' });
});
