import { escapeLine, ExitCode } from '#command-line';

/** Says a sentence on stderr, on one line, whatever it holds from outside. */
export function say(sentence: string): void {
  process.stderr.write(`${escapeLine(sentence)}\n`);
}

/** The same of why the command failed, which its exit code then says, too. */
export function fail(problem: string): void {
  say(problem);
  process.exitCode = ExitCode.failed;
}
