/** How many lines are shown, and how many characters of all of them. */
const most = 3;
const longest = 600;

/** Lines that say where it went wrong in the code of a program, not what. */
const frame = /^(\s+at |Node\.js v|\s*\^+$)/;

/** The last lines of what a program said on stderr, on one line; those of a stack are left out. */
export function lastLines(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !frame.test(line));
  return lines.slice(-most).map((line) => line.trim()).join(' / ').slice(-longest);
}
