/** An argument as one types it in a shell: quoted where that would read it otherwise than it is. */
export function shellWord(arg: string): string {
  return /^[\w./:=,@-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
