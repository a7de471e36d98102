import { join, sep } from 'node:path';
import ts from 'typescript';
import { type Executor, overProjects } from './over-projects.ts';

/** What runs in a browser is checked apart, so that it names nothing of Node, which it would miss there. */
const configs = ['tsconfig.json', 'tsconfig.browser.json'];

/** `nx typecheck`: what `tsc` says of a project's own files. Those that it imports are read for their types alone. */
export const { one, batch }: Executor = overProjects((root, folders) => {
  const perConfig = configs.map((config) => diagnostics(root, config, folders));
  const format = process.env['NO_COLOR'] === undefined ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  const findings = folders.map((_, index) => {
    const found = perConfig.flatMap((perFolder) => perFolder[index] ?? []);
    return {
      success: found.length === 0,
      terminalOutput: format(ts.sortAndDeduplicateDiagnostics(found), {
        getCanonicalFileName: (file) => file,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    };
  });
  return Promise.resolve(findings);
});

type Found = readonly ts.Diagnostic[];

/** What is wrong in each folder, as far as its files belong to a configuration. */
function diagnostics(root: string, name: string, folders: readonly string[]): readonly Found[] {
  const read = ts.readConfigFile(join(root, name), (path) => ts.sys.readFile(path));
  const { config } = read as { readonly config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const asked = folders.map((folder) => fileNames.filter((file) => file.startsWith(folder + sep)));
  if (asked.flat().length === 0) return [];
  const program = ts.createProgram(asked.flat(), options);
  return asked.map((files) =>
    files.flatMap((file) => [...ts.getPreEmitDiagnostics(program, program.getSourceFile(file))]),
  );
}
