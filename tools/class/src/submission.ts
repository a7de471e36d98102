import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { workspaceRoot } from '#approaches';

/** A server that somebody handed in: one file. */
export interface Submission {
  readonly file: string;
  /** The program that its language needs and that is not here. */
  readonly missing?: string;
  /**
   * The command that starts it, with `{port}`. Where its language is compiled, it is first, into that folder.
   *
   * @throws Error with what the compiler says
   */
  command(builds: string): string;
}

/** How a source becomes a server: a program runs it as it is, or compiles it to one whose name follows. */
type Language = { readonly program: string } & (
  | { readonly runs: string; readonly compiler?: undefined }
  | { readonly compiler: readonly string[] }
);

const languages: Readonly<Record<string, Language>> = {
  '.py': { program: 'python3', runs: `'${pythonPath()}' -u` },
  '.java': { program: 'java', runs: 'java' },
  '.c': { program: 'cc', compiler: ['cc', '-O2', '-pthread', '-o'] },
  '.go': { program: 'go', compiler: ['go', 'build', '-o'] },
};

/** The submissions in a folder of `examples/class`, by name. */
export function submissionsIn(folder: string): readonly Submission[] {
  const sources = globSync('*', { cwd: join(workspaceRoot, 'examples/class', folder) }).toSorted();
  return sources.flatMap((source) => submissionOf(join(workspaceRoot, 'examples/class', folder, source)) ?? []);
}

function submissionOf(path: string): Submission | undefined {
  const language = languages[extname(path)];
  if (language === undefined) return undefined;
  const file = basename(path);
  return {
    file,
    ...(isHere(language.program) ? {} : { missing: language.program }),
    command(builds) {
      if (language.compiler === undefined) return `exec ${language.runs} '${path}' {port}`;
      return `exec ${compiled(path, language.compiler, join(builds, `${file}.out`))} {port}`;
    },
  };
}

function compiled(path: string, [compiler = '', ...flags]: readonly string[], binary: string): string {
  const { status, stderr } = spawnSync(compiler, [...flags, binary, path], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path} does not compile: ${stderr}`);
  return binary;
}

/** Of itself: in its place there may be a shim, which starts a shell or two before each server. */
function pythonPath(): string {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
  return (status === 0 && stdout.trim()) || 'python3';
}

function isHere(program: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;
}
