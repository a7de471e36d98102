/** A text of the record, which stands on one line, as Markdown shows it letter by letter (CommonMark, GitHub's dialect). */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_<>|[\]&~$]|:(?=[\w+-]+:)/g, '\\$&')
    .replace(/^[-+#=]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** A command as code; its fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
