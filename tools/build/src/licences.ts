import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from './plugin.ts';

/** The file beside what was built that has the licences of the packages whose code is in it. */
export const licencesFile = 'THIRD-PARTY-LICENSES.txt';

/**
 * Writes the licence of every package that a bundle holds code of: nearly all ask that it goes with a copy.
 *
 * @throws Error where a package has no such text
 */
export const licences: Plugin = {
  name: 'licences',
  setup(build) {
    const { absWorkingDir: root, outdir } = build.initialOptions;
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      const used = Object.values(metafile?.outputs ?? {})
        .flatMap(({ inputs }) => Object.keys(inputs))
        .flatMap((path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
      const texts = [...new Set(used)].toSorted().map((folder) => licenceOf(join(root, folder)));
      writeFileSync(join(root, outdir, licencesFile), texts.join(`\n${'-'.repeat(72)}\n\n`));
    });
  },
};

/** What the package in a folder is, and its licence. */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${folder} has no licence beside its package.json; its code cannot be handed on`);
  return `${String(name)} ${String(version)} (${String(license)})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
