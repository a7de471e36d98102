import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '#approaches';
import { longTest, whyLong } from '#long-test';

const parts = [
  'apps', 'libs', 'tools', '.env', 'eslint.config.mjs', 'jest.preset.mjs', 'nx.json', 'package.json', 'tsconfig.base.json',
  'tsconfig.browser.json', 'tsconfig.json',
];

const reason = whyLong('each starts Nx');

/** A copy of the workspace, whose files a test may change. */
let copy = '';

/** A project of its own there, whose script prints its arguments, or waits for SIGTERM where it has none. */
const script = `
  const given = process.argv.slice(2);
  if (given.length > 0) { console.log(JSON.stringify(given)); process.exitCode = 7; }
  else { process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000); console.log('ready'); }`;

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'targets-')));
  for (const part of parts) cpSync(join(workspaceRoot, part), join(copy, part), { recursive: true });
  symlinkSync(join(workspaceRoot, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'apps/say'));
  const say = { executor: 'echo-lab:script', options: { args: ['apps/say/say.mjs'] } };
  writeFileSync(join(copy, 'apps/say/project.json'), JSON.stringify({ name: 'say', targets: { say } }));
  writeFileSync(join(copy, 'apps/say/say.mjs'), script);
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

/** Nx in the copy, without the variables by which the Nx that runs this test would be found. */
function nx(args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(join(copy, 'tools/runtime/node'), ['node_modules/nx/dist/bin/nx.js', ...args], {
    cwd: copy,
    env: { PATH: process.env['PATH'], HOME: copy, LC_ALL: 'C', NO_COLOR: '1', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ReturnType<typeof nx>): Promise<{ readonly code: number | null; readonly said: string }> {
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, said: said.join('') };
}

describe('a script that Nx runs', () => {
  test('is given its arguments as they were typed, and its exit code is that of Nx', async () => {
    const given = ['--lang', '$(touch x)', '--work=module:/tmp/my $HOME/w.ts', '"en" | touch y; echo "z"', "it's", '', '*', '--args', '3'];
    const { code, said } = await ended(nx(['say', 'say', '--', ...given]));
    expect(said).toContain(`${JSON.stringify(given)}\n`);
    expect(code).toBe(7);
  });

  const endsAsItWill = async (signal: NodeJS.Signals): Promise<void> => {
    const child = nx(['say', 'say']);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (said.includes('ready')) return;
      said += chunk.toString();
      if (said.includes('ready')) child.kill(signal);
    });
    expect(await ended(child)).toMatchObject({ code: 5 });
  };
  const name = `ends as it will when Nx is sent %s, and Nx with its exit code${reason}`;
  longTest.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(name, endsAsItWill);
});

describe('lint and types of a project', () => {
  const reason = whyLong('it learns every type of the workspace twice');
  longTest(`find what breaks a rule or a type there, and there alone${reason}`, async () => {
    const file = join(copy, 'libs/protocol/src/wrong.ts');
    writeFileSync(file, "import { createLog } from '#logging';\n\nexport const log: number = createLog.name;\n");
    const { code, said } = await ended(nx(['run-many', '-t', 'lint,typecheck', '-p', 'protocol,record', '--output-style=static']));
    rmSync(file);
    expect(code).toBe(1);
    expect(said).toContain('@nx/enforce-module-boundaries');
    expect(said).toContain('error TS2322');
    expect(said).toMatch(/TS2322: .+types\/errors/);
    const [, failed = ''] = said.split('Failed tasks:');
    expect(failed.match(/[\w-]+:(lint|typecheck)/g)).toEqual(['protocol:lint', 'protocol:typecheck']);
  });
});

describe("Nx's cache", () => {
  /** Which of these Nx runs, and does not take from its cache. What they run is of no matter to what they are taken to read. */
  const asked = [
    'lab:test', 'record:test', 'lab:lint', 'record:lint', 'server-serial:lint', 'server-serial:typecheck', 'server-serial:build',
  ];
  const run = async (more: Readonly<Record<string, string>> = {}): Promise<string[]> => {
    const { code, said } = await ended(nx(['run-many', '-t', 'test,lint,typecheck,build', '-p', 'lab,record,server-serial'], more));
    expect(code).toBe(0);
    expect(asked.filter((task) => !said.includes(`nx run ${task}`))).toEqual([]);
    return asked.filter((task) => !new RegExp(`nx run ${task} .*cache`).test(said));
  };
  const change = (file: string): void => {
    appendFileSync(join(copy, file), '\n');
  };
  type Settings = Readonly<Record<'executors' | 'targetDefaults', Record<string, object>>>;
  const edit = (file: string, alter: (content: Settings) => void): void => {
    const content = JSON.parse(readFileSync(join(copy, file), 'utf8')) as Settings;
    alter(content);
    writeFileSync(join(copy, file), JSON.stringify(content));
  };

  /** Does nothing, for many tasks in one process: a process each, three dozen in all, would only begin and end. */
  const nothing = `export async function* batch({ tasks }) {
    for (const task of Object.keys(tasks)) yield { task, result: { success: true, terminalOutput: '' } };
  }`;

  beforeAll(() => {
    writeFileSync(join(copy, 'tools/targets/src/nothing.mjs'), nothing);
    edit('tools/targets/executors.json', ({ executors }) => {
      executors['lint'] = { ...executors['lint'], implementation: './src/nothing.mjs#batch', batchImplementation: './src/nothing.mjs#batch' };
    });
    edit('nx.json', ({ targetDefaults }) => {
      for (const target of ['test', 'lint', 'typecheck', 'build']) {
        targetDefaults[target] = { ...targetDefaults[target], executor: 'echo-lab:lint', options: {} };
      }
    });
  });

  longTest(`gives what was seen before, and no result that a change could have made another${reason}`, async () => {
    expect(await run()).toEqual(asked);
    change('apps/server-serial/src/model.ts');
    expect(await run()).toEqual(['lab:test', 'lab:lint', 'server-serial:lint', 'server-serial:typecheck', 'server-serial:build']);
  });

  const others = `gives all where nothing changed, and nothing that a README or the environment could have changed${reason}`;
  longTest(others, async () => {
    await run();
    expect(await run()).toEqual([]);
    change('apps/server-serial/README.md');
    expect(await run()).toEqual(['lab:test']);
    expect(await run({ ECHO_LONG: '1' })).toEqual(['lab:test', 'record:test']);
  });
});

describe('nx affected', () => {
  /** Those whose tests start a server of ours, or read its files: seen by tracing what each project's tests open. */
  const whoNeeds: readonly [file: string, projects: readonly string[]][] = [
    [
      'apps/server-serial/src/model.ts',
      ['approaches', 'bench', 'experiments', 'generators', 'lab', 'live', 'measure', 'parity', 'review', 'server-serial'],
    ],
    ['tools/peers/python-selectors/main.py', ['approaches', 'bench', 'experiments', 'lab', 'live']],
    ['libs/admin/src/meter.ts', ['build', 'experiments', 'lab', 'live', 'server-async', 'server-cluster', 'server-runtime', 'server-threads']],
    ['README.md', ['report']],
    ['tools/build/src/esbuild-config.ts', ['build', 'server-serial', 'server-threads']],
    ['tools/runtime/node', ['client', 'generators', 'lab', 'server-async', 'targets']],
  ];

  const namesWhoNeeds = async (file: string, projects: readonly string[]): Promise<void> => {
    const { code, said } = await ended(nx(['show', 'projects', '--affected', '--files', file, '--with-target', 'test', '--json']));
    expect(code).toBe(0);
    expect(JSON.parse(said)).toEqual(expect.arrayContaining([...projects]));
  };
  longTest.each(whoNeeds)(`names who needs %s${reason}`, namesWhoNeeds);
});
