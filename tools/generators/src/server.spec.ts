import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { approaches, workspaceRoot } from '#approaches';
import { type Clause, clauses, isPromised, Limiter, type Promises, runContract } from '#contract';
import { long, longTest, whyLong } from '#long-test';
import server from './server.ts';

// The whole contract beside another's takes five minutes and more on two cores.
jest.setTimeout(long ? 900_000 : 300_000);

const files = ['project.json', 'src/main.ts', 'src/contract.spec.ts', 'src/model.ts', 'src/model.spec.ts', 'README.md'];

/** What is written, without writing it. */
function treeOf(root: string): {
  readonly written: Map<string, string>;
  root: string;
  exists: () => boolean;
  write: (path: string, text: string) => void;
} {
  const written = new Map<string, string>();
  return { written, root, exists: () => false, write: (path, text) => void written.set(path, text) };
}

describe('server()', () => {
  test.each(['Demo', '', 'my_model', 'my--model', '1st', '../demo', 'server demo'])(
    'takes no %j for a name',
    (name) => {
      expect(() => server(treeOf(workspaceRoot), { name })).toThrow(`'${name}' cannot be the name of an approach`);
    },
  );

  test('is what Nx finds by the name of server', async () => {
    const { generators: file } = JSON.parse(readFileSync(join(workspaceRoot, 'package.json'), 'utf8')) as { readonly generators: string };
    const list = join(workspaceRoot, file);
    const { generators } = JSON.parse(readFileSync(list, 'utf8')) as { readonly generators: Record<'server', Record<'implementation' | 'schema', string>> };
    const { implementation, schema } = generators.server;
    expect(((await import(join(dirname(list), implementation))) as { readonly default: unknown }).default).toBe(server);
    expect(JSON.parse(readFileSync(join(dirname(list), schema), 'utf8'))).toMatchObject({ properties: { name: {} } });
  });

  test.each(approaches().map(({ name }) => name))('does not overwrite %s', (name) => {
    expect(() => server(treeOf(workspaceRoot), { name })).toThrow(`there is a project ${name} already`);
    expect(() => server(treeOf(workspaceRoot), { name: name.replace('server-', '') })).toThrow(
      `there is a project ${name} already`,
    );
  });

  test.each([
    ['runtime', 'there is a project server-runtime already'],
    ['all', "'all' is a word of the bench's flags"],
    ['server-none', "'none' is a word of the bench's flags"],
    ['go', "'go' is a server of tools/peers already"],
  ])('does not take %s, which names something else', (name, why) => {
    expect(() => server(treeOf(workspaceRoot), { name })).toThrow(why);
  });

  test.each(['my-model', 'server-my-model'])('makes apps/server-my-model of %s', (name) => {
    const tree = treeOf(workspaceRoot);
    server(tree, { name });
    expect([...tree.written.keys()]).toEqual(files.map((file) => `apps/server-my-model/${file}`));
    expect([...tree.written.values()].join('')).not.toContain('{{');
  });
});

describe('what server() makes of demo', () => {
  let copy = '';
  const node = async (...args: string[]): Promise<string> => {
    // Not Nx's own variables, which would lead it back to the workspace that this test runs in.
    const env = { PATH: process.env['PATH'], HOME: copy, LC_ALL: 'C', NX_DAEMON: 'false' };
    try {
      return (await promisify(execFile)(join(copy, 'tools/runtime/node'), args, { cwd: copy, env })).stdout;
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`${args.join(' ')} failed: ${stdout}${stderr}`, { cause: error });
    }
  };
  const nx = (...args: string[]): Promise<string> => node('node_modules/nx/dist/bin/nx.js', ...args);

  beforeAll(() => {
    copy = realpathSync(mkdtempSync(join(tmpdir(), 'generators-')));
    const parts = [
      'apps',
      'libs',
      'tools',
      'eslint.config.mjs',
      'jest.preset.mjs',
      'nx.json',
      'package.json',
      'package-lock.json',
      'LICENSE',
      'tsconfig.base.json',
      'tsconfig.browser.json',
      'tsconfig.json',
    ];
    chmodSync(copy, 0o755); // A clause of the contract starts the server as a user who is not root.
    for (const part of parts) cpSync(join(workspaceRoot, part), join(copy, part), { recursive: true });
    symlinkSync(join(workspaceRoot, 'node_modules'), join(copy, 'node_modules'));
    const tree = treeOf(copy);
    server(tree, { name: 'demo' });
    for (const [path, text] of tree.written) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  });
  afterAll(() => {
    rmSync(copy, { recursive: true });
  });

  longTest(`nx g server makes it, too${whyLong('it starts Nx')}`, async () => {
    const demo = join(copy, 'apps/server-demo');
    const made = (): string[] => files.map((file) => readFileSync(join(demo, file), 'utf8'));
    const before = made();
    rmSync(demo, { recursive: true });
    await nx('g', 'server', 'demo');
    expect(made()).toEqual(before);
  });

  test('makes an approach, which is listed with the others', () => {
    expect(approaches(copy)).toHaveLength(approaches().length + 1);
    expect(approaches(copy)).toContainEqual(
      expect.objectContaining({ name: 'server-demo', serves: 'serial', workers: 'none' }),
    );
  });

  /** Holds what a `main` starts to clauses of the contract, and expects that it keeps them. */
  const hold = async (main: string, meant: readonly Clause[]): Promise<void> => {
    const promises: Promises = { serves: 'serial', workers: 'none', framing: 'line', maxMessageBytes: 65_536 };
    const target = { command: [process.execPath, join(copy, main)] };
    const promised = meant.filter((clause) => isPromised(clause, promises));
    const run = { clauses: promised, target, promises, patience: 10_000, long, limiter: new Limiter(3) };
    const outcomes = await Promise.all(runContract(run));
    const broken = outcomes.flatMap((outcome) =>
      outcome.result === 'failed' ? [`${outcome.clause.id}: ${outcome.error.message}`] : [],
    );
    expect(broken).toEqual([]);
    expect(outcomes.filter(({ result }) => result === 'passed').length).toBeGreaterThan(outcomes.length / 2);
  };

  test(`makes one that keeps the contract, ${long ? 'as far as a serial model must' : 'where it takes turns (long: the whole of it)'}`, async () => {
    const all: readonly Clause[] = clauses;
    const ofSerial = all.filter(({ id }) => id.startsWith('serial/') || id.startsWith('waiting/'));
    await hold('apps/server-demo/src/main.ts', long ? clauses : ofSerial);
  });

  longTest(`makes one that is built${whyLong('tools/build tries the build of every app')}`, async () => {
    await nx('build', 'server-demo');
    await hold('dist/apps/server-demo/main.js', clauses.filter(({ id }) => id.startsWith('echo/')));
  });

  longTest(`makes one whose own test passes${whyLong('it is held to clauses here')}`, async () => {
    const jest = ['node_modules/jest/bin/jest.js', '--config', 'jest.preset.mjs'];
    await node(...jest, '--rootDir', 'apps/server-demo', 'model.spec');
  });

  const reason = whyLong('both learn every type of the workspace');
  longTest(`makes one whose types and lint pass${reason}`, async () => {
    await nx('run-many', '--target=lint,typecheck', '--projects=server-demo');
  });

  test('makes one that is parallel to the others, and whose every concern is found', async () => {
    const script = `
      import { approaches } from '#approaches';
      import { concernProblems, review } from '#review';
      import { parityProblems } from './tools/parity/src/parity.ts';
      const demo = review(approaches().find(({ name }) => name === 'server-demo'));
      console.log([...parityProblems('.'), ...concernProblems(demo)].join());`;
    expect(await node('--input-type=module', '--eval', script)).toBe('\n');
  });

  longTest(`makes one that can be compared${whyLong('its every concern is found')}`, async () => {
    const found = JSON.parse(await node('apps/lab/src/main.ts', 'compare', 'async', 'demo', '--json')) as {
      approaches: { name: string }[];
    };
    expect(found.approaches.map(({ name }) => name)).toEqual(['server-async', 'server-demo']);
  });
});
