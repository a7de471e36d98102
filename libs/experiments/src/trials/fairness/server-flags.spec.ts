import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { approaches, workspaceRoot } from '#approaches';
import { parseHelp, serverFlags } from './server-flags.ts';

const never = new AbortController().signal;

describe('serverFlags()', () => {
  test('asks the server itself', async () => {
    const [first] = approaches();
    if (first === undefined) throw new Error('there is no server');
    const flags = await serverFlags(first, never);
    expect(flags.get('--framing')).toEqual({ choices: ['chunk', 'line'], byDefault: 'chunk' });
    expect(flags.get('--backlog')).toMatchObject({ choices: [], byDefault: '511' });
  });

  test('rejects where there is no server', async () => {
    const main = join(workspaceRoot, 'apps/no-such-server/src/main.ts');
    await expect(serverFlags({ name: 'x', folder: '', main, serves: 'serial', workers: 'none' }, never)).rejects.toThrow();
  });
});

describe('parseHelp()', () => {
  test('reads names, choices and defaults, and nothing else', () => {
    const flags = parseHelp(`Usage: x [options]

Options:
  --scheduling <none|rr>  who spreads them: the kernel, or (see --workers) the primary (default: none)
  --max-connections <N>   how many
  --quiet                 says nothing
  -h, --help              show this help
`);
    expect(Object.fromEntries(flags)).toEqual({
      '--scheduling': { choices: ['none', 'rr'], byDefault: 'none' },
      '--max-connections': { choices: [], byDefault: undefined },
      '--quiet': { choices: [], byDefault: undefined },
    });
  });
});
