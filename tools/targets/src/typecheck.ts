import { join, sep } from 'node:path';
import ts from 'typescript';
import { type Executor, overProjects } from './over-projects.ts';

/** `nx typecheck`: what `tsc` says of a project's own files. Those that it imports are read for their types alone. */
export const { one, batch }: Executor = overProjects((root, folders) => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as { readonly config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const asked = folders.map((folder) => fileNames.filter((file) => file.startsWith(folder + sep)));
  const program = ts.createProgram(asked.flat(), options);
  const format = process.env['NO_COLOR'] === undefined ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  const findings = asked.map((files) => {
    const found = files.flatMap((file) => [...ts.getPreEmitDiagnostics(program, program.getSourceFile(file))]);
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
