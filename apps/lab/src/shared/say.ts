import { escapeLine } from '#command-line';

/** Says a sentence on stderr, on one line, whatever it holds from outside. */
export function say(sentence: string): void {
  process.stderr.write(`${escapeLine(sentence)}\n`);
}
