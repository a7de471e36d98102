import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a base needs, as Debian's packages. */
const packages = ['libc6', 'libgcc-s1', 'libstdc++6'];

/**
 * Makes a base image of libc and libstdc++ alone, from the files of Debian's packages that this machine has, since a test
 * must not need a registry.
 *
 * @param env where buildah keeps its images
 */
export function makeBaseImage(name: string, env: NodeJS.ProcessEnv): void {
  const tree = mkdtempSync(join(tmpdir(), 'base-'));
  const run = (...args: string[]): string => execFileSync('buildah', args, { env, encoding: 'utf8' }).trim();
  try {
    for (const folder of ['dev', 'proc', 'tmp', 'usr/lib', 'usr/lib64']) mkdirSync(join(tree, folder), { recursive: true });
    // As Debian has it: what stands in /lib and /lib64 is in /usr.
    for (const folder of ['lib', 'lib64']) symlinkSync(`usr/${folder}`, join(tree, folder));
    const listed = execFileSync('dpkg-query', ['--listfiles', ...packages], { encoding: 'utf8' }).split('\n');
    for (const path of listed.filter((one) => /^(?:\/usr)?\/lib/.test(one))) {
      const file = path.replace(/^\/lib/, '/usr/lib');
      if (lstatSync(file).isDirectory()) continue;
      mkdirSync(join(tree, dirname(file)), { recursive: true });
      cpSync(file, join(tree, file), { verbatimSymlinks: true });
    }
    const container = run('from', 'scratch');
    run('copy', container, tree, '/');
    run('commit', '--rm', container, name);
  } finally {
    rmSync(tree, { recursive: true });
  }
}
