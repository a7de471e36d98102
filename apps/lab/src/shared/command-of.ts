import { shellWord } from '#command-line';

/**
 * The command that repeats a run, from the arguments of this process: what a person would type.
 *
 * @param name of the command of the lab, and the script of package.json that runs it
 */
export function commandOf(argv: readonly string[], name = 'run', script = 'npm start'): string {
  const args = argv.slice(argv.indexOf(name) + 1).map(shellWord);
  return [script, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}
