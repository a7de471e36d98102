/**
 * The colours of series, in order, for both backgrounds. They are Okabe and Ito's, which people with any colour vision
 * can tell apart, made darker or lighter until a label in them has a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3).
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
] as const;
