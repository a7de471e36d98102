/** About how wide a text is drawn, in pixels: whoever reads the page has other fonts, so it is rather too much. */
export function textWidth(text: string, size = 12): number {
  return Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0) * size;
}

function widthOf(letter: string): number {
  if (/[ .,:;'|!()[\]ijlftr]/.test(letter)) return 0.37;
  return /[A-ZmwMW%@×]/.test(letter) ? 0.82 : 0.6;
}
