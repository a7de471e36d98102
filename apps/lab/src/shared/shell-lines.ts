/**
 * A command in lines of at most `width` characters that a shell reads as one. A line ends between words or, where a word is
 * too long, behind a space in its quotes, which are closed and opened again; without a space it is left whole.
 *
 * @param command of words as `shellWord()` writes them: in single quotes where there is a space
 */
export function shellLines(command: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of command.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? []) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length + continued.length <= width || line === '') line = longer;
    else {
      lines.push(line + continued);
      line = `    ${word}`;
    }
    for (let end = breakBefore(line, width); end > 0; end = breakBefore(line, width)) {
      lines.push(`${line.slice(0, end)}'\\`);
      line = `'${line.slice(end)}`;
    }
  }
  return [...lines, line];
}

const continued = ' \\';

/** Where the last word is to be broken for the line to fit; 0 where it fits, or cannot be broken. */
function breakBefore(line: string, width: number): number {
  if (line.length + continued.length <= width) return 0;
  const quotes = line.indexOf("'");
  const end = line.lastIndexOf(' ', width - 3) + 1;
  return quotes >= 0 && end > quotes + 2 ? end : 0;
}
