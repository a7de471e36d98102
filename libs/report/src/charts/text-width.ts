/**
 * About how wide a text is drawn, in pixels. Whoever reads the page has other fonts, so it is rather too much: as in DejaVu
 * Sans Bold, the widest of those that are common, which Linux takes where it has none of the page's own.
 */
export function textWidth(text: string, size = 12): number {
  return Array.from(text).reduce((sum, letter) => sum + widthOf(letter), 0) * size;
}

function widthOf(letter: string): number {
  if (/[ .,:;'|!()[\]ijlftr]/.test(letter)) return 0.43;
  return /[A-ZmwMW%@×]/.test(letter) ? 0.95 : 0.7;
}
