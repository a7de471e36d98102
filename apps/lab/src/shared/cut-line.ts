/** A text on a line of at most `width` characters: cut behind a word, with an ellipsis, where it is longer. */
export function cutLine(text: string, width: number): string {
  if (text.length <= width) return text;
  const room = text.slice(0, Math.max(0, width - 1));
  // Where the first word alone is too long, it is cut itself.
  const words = room.slice(0, text[room.length] === ' ' ? undefined : room.lastIndexOf(' ')).replace(/[\s,;:.–(]+$/, '');
  return `${words === '' || !room.includes(' ') ? room : words}…`;
}
