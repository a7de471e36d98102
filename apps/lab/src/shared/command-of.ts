/**
 * The command that repeats a run, from the arguments of this process: what a person would type.
 *
 * @param name of the command of the lab, and the script of package.json that runs it
 */
export function commandOf(argv: readonly string[], name = 'run', script = 'npm start'): string {
  const args = argv.slice(argv.indexOf(name) + 1).map(quoted);
  return [script, ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}

/** For a shell, where it would read it otherwise than it is. */
function quoted(arg: string): string {
  return /^[\w./:=,@-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
