/** The lines of a source that do something: without blank ones, and without comments, which say why and not what. */
export function codeLines(source: string): readonly string[] {
  return source
    .replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s+)\/\/ .*$/, ''))
    .filter((line) => line.trim() !== '');
}
