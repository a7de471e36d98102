/**
 * The colours of series, in order, for both backgrounds. The first eight are Okabe and Ito's, which people with any colour
 * vision can tell apart, made darker or lighter until a label in them has a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3). Two
 * more keep ours from lending theirs where the servers in Python and another from outside stand beside them.
 */
export const seriesColours = [
  { light: '#b3431c', dark: '#f2936b' },
  { light: '#1668a8', dark: '#74b6f2' },
  { light: '#007a5e', dark: '#3fcfa4' },
  { light: '#8a6100', dark: '#e2b63f' },
  { light: '#8b4a9c', dark: '#d2a2e6' },
  { light: '#0f7486', dark: '#66cfe2' },
  { light: '#b03a74', dark: '#f394bf' },
  { light: '#4d5b6b', dark: '#aab6c4' },
  { light: '#5c6b00', dark: '#c3d14a' },
  { light: '#4a3fc0', dark: '#a9a2ff' },
] as const;
