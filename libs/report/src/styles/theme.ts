import { seriesColours } from '../charts/palette.ts';

export interface Shade {
  readonly light: string;
  readonly dark: string;
}

/** The page's colours, by what they are for. A test holds every pair that is read against WCAG 2.2. */
export const colours = {
  page: { light: '#fcfcfa', dark: '#15181c' },
  panel: { light: '#f3f3ef', dark: '#1d2126' },
  ink: { light: '#1d2329', dark: '#e4e7ea' },
  soft: { light: '#57606a', dark: '#a3adb8' },
  line: { light: '#d9dad4', dark: '#343a42' },
  link: { light: '#1660a0', dark: '#85bdf0' },
  good: { light: '#1b6b3f', dark: '#6fcf97' },
  partly: { light: '#835a00', dark: '#e3b54d' },
  bad: { light: '#ab2f26', dark: '#f2908a' },
  'good-panel': { light: '#e6f2ea', dark: '#1a2f24' },
  'partly-panel': { light: '#f8efda', dark: '#332a16' },
  'bad-panel': { light: '#fae9e7', dark: '#3a2120' },
  connecting: { light: '#2f6fb0', dark: '#74b0ea' },
  waiting: { light: '#b06f00', dark: '#dda53a' },
  served: { light: '#23805a', dark: '#3f9d72' },
  idle: { light: '#6d7680', dark: '#8c96a1' },
  closing: { light: '#7b5c96', dark: '#b79ad0' },
  'connecting-base': { light: '#dbe8f5', dark: '#1f3347' },
  'waiting-base': { light: '#fbeed3', dark: '#3b2f17' },
  'served-base': { light: '#23805a', dark: '#2c7a56' },
  'idle-base': { light: '#f3f3ef', dark: '#1d2126' },
  'closing-base': { light: '#ece4f3', dark: '#332a3d' },
} as const satisfies Readonly<Record<string, Shade>>;

/** The colours as properties of the root: light, and dark on a screen whose owner wants it; paper is always light. */
export function themeStyle(): string {
  const all: readonly (readonly [string, Shade])[] = [
    ...Object.entries(colours),
    ...seriesColours.map((shade, index) => [`series-${index}`, shade] as const),
  ];
  const properties = (mode: keyof Shade): string => all.map(([name, shade]) => `--${name}: ${shade[mode]};`).join('');
  const series = seriesColours.map((_, index) => `.series-${index} { --series: var(--series-${index}); }`).join('\n');
  return `:root { ${properties('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${properties('dark')} } }
.plain { --series: var(--soft); }
${series}
`;
}
