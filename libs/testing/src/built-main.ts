import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { beforeAll } from '@jest/globals';

/**
 * The `main.js` that is built of an app. Nx builds it before it runs the tests; where somebody runs Jest by hand, it is
 * built before the tests of the file, or `describe()`, in which this is called, so that nobody tries what is out of date.
 *
 * @param app its folder; absolute
 */
export function builtMain(app: string): string {
  const root = join(app, '../..');
  const name = basename(app);
  if (process.env['NX_TASK_TARGET_PROJECT'] === undefined) {
    beforeAll(() => {
      execFileSync(join(root, 'tools/runtime/node'), ['node_modules/nx/dist/bin/nx.js', 'build', name], { cwd: root });
    }, 120_000);
  }
  return join(root, 'dist/apps', name, 'main.js');
}
