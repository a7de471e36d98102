/**
 * How a server is started: arguments of a command that takes Echo Lab's flags and says when it is ready, or a line for
 * the shell in which `{port}` stands for the port and `{flags}`, if it takes Echo Lab's, for those.
 */
export type Command = readonly string[] | string;

/** Whether the command takes Echo Lab's flags. */
export function takesFlags(command: Command): boolean {
  return typeof command !== 'string' || command.includes('{flags}');
}

/** The command as arguments. */
export function argumentsFor(command: Command, port: number, flags: readonly string[]): readonly string[] {
  if (typeof command !== 'string') return [...command, '--port', `${port}`, ...flags];
  const line = command.replaceAll('{port}', `${port}`).replaceAll('{flags}', flags.map(quote).join(' '));
  return ['/bin/sh', '-c', line];
}

const quote = (word: string): string => (/^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
