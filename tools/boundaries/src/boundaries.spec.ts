import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const nx = '@nx/enforce-module-boundaries';
const modules = '@typescript-eslint/no-restricted-imports';

/** A file, what it would import, and the rule that must forbid it; undefined where it may. */
const cases: [string, string, string | undefined][] = [
  ['libs/protocol/src/prefix.ts', '#logging', nx],
  ['libs/contract/src/index.ts', '#protocol', nx],
  ['libs/contract/src/index.ts', '#replay/browser', nx],
  ['libs/logging/src/index.ts', '#server-runtime', nx],
  ['libs/measure/src/index.ts', '#server-runtime', nx],
  ['libs/admin/src/index.ts', '#server-runtime', nx],
  ['apps/server-async/src/model.ts', '#admin', nx],
  ['libs/server-runtime/src/index.ts', '#contract', nx],
  ['apps/client/src/main.ts', '#server-runtime', nx],
  ['apps/server-serial/src/model.ts', '#measure', nx],
  ['apps/server-serial/src/model.ts', '../../server-async/src/model.ts', nx],
  ['libs/server-runtime/src/index.ts', 'node:cluster', modules],
  ['apps/server-threads/src/model.ts', 'node:cluster', modules],
  ['apps/server-async/src/model.ts', 'cluster', modules],
  ['libs/server-runtime/src/index.ts', 'node:worker_threads', modules],
  ['apps/server-cluster/src/model.ts', 'worker_threads', modules],
  ['apps/server-async/src/model.ts', 'rxjs', modules],
  ['libs/server-runtime/src/index.ts', 'rxjs/operators', modules],
  ['apps/lab/src/run/run.ts', 'process.exit(1);', 'no-restricted-properties'],
  ['apps/client/src/main.ts', 'process.exit(1);', 'no-restricted-properties'],
  ['libs/command-line/src/exit.ts', 'process.exit(1);', undefined],
  ['libs/server-runtime/src/index.ts', '#protocol', undefined],
  ['libs/server-runtime/src/index.ts', '#admin', undefined],
  ['libs/report/src/index.ts', '#replay/browser', undefined],
  ['apps/server-serial/src/model.ts', '#server-runtime', undefined],
  ['apps/server-cluster/src/model.ts', 'node:cluster', undefined],
  ['apps/server-threads/src/model.ts', 'node:worker_threads', undefined],
  ['apps/server-reactive/src/model.ts', 'rxjs', undefined],
];
let found: string[][] = [];

// One ESLint for all: it takes seconds to learn the types. A process of its own, since its configuration is ESM.
beforeAll(async () => {
  const asked = JSON.stringify(cases.map(([file, specifier]) => [file, specifier]));
  const script = join(import.meta.dirname, 'lint-imports.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, asked], { cwd: root });
  found = JSON.parse(stdout.slice(stdout.indexOf('[['))) as string[][];
});

test.each(cases.map(([file, specifier, rule], index) => ({ file, specifier, rule, index })))(
  '$file importing $specifier: $rule',
  ({ rule, index }) => {
    expect(found[index]).toEqual(rule === undefined ? [] : [rule]);
  },
);
