import { sep } from 'node:path';
import { ESLint } from 'eslint';
import { type Executor, overProjects } from './over-projects.ts';

/** `nx lint`: the rules of `eslint.config.mjs`. */
export const { one, batch }: Executor = overProjects(async (cwd, folders, { fix = false }) => {
  const eslint = new ESLint({ cwd, fix, errorOnUnmatchedPattern: false });
  const results = await eslint.lintFiles([...folders]);
  if (fix) await ESLint.outputFixes(results);
  const formatter = await eslint.loadFormatter();
  return Promise.all(
    folders.map(async (folder) => {
      const here = results.filter(({ filePath }) => filePath.startsWith(folder + sep));
      return { success: here.every(({ errorCount }) => errorCount === 0), terminalOutput: await formatter.format(here) };
    }),
  );
});
