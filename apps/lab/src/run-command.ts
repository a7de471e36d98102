/** The command that repeats a run, from the arguments of this process: what a person would type. */
export function commandOf(argv: readonly string[]): string {
  const args = argv.slice(argv.indexOf('run') + 1).map(quoted);
  return ['npm start', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}

/** For a shell, where it would read it otherwise than it is. */
function quoted(arg: string): string {
  return /^[\w./:=,@-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
