/** A text of the record as Markdown shows it letter by letter, on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_<|[\]]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** A command as code; its fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const inner = text.replace(/\s*[\r\n]+\s*/g, ' ');
  return longest === 0 ? `${fence}${inner}${fence}` : `${fence} ${inner} ${fence}`;
}
