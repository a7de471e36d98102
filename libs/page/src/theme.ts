import { seriesColours } from './series-colours.ts';

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
  removed: { light: '#fdeceb', dark: '#35201f' },
  added: { light: '#e7f4ea', dark: '#1a2e22' },
  'removed-word': { light: '#fbd3ce', dark: '#6a2a27' },
  'added-word': { light: '#bfe6c9', dark: '#19462b' },
  connecting: { light: '#2f6fb0', dark: '#74b0ea' },
  waiting: { light: '#8a3d00', dark: '#ffb55c' },
  served: { light: '#3d8267', dark: '#5aa587' },
  idle: { light: '#8b929a', dark: '#737c86' },
  closing: { light: '#7b5c96', dark: '#b79ad0' },
  'connecting-base': { light: '#dbe8f5', dark: '#1f3347' },
  'waiting-base': { light: '#f5a338', dark: '#8f4e00' },
  'served-base': { light: '#d3ebdf', dark: '#1e3d30' },
  'idle-base': { light: '#fcfcfa', dark: '#15181c' },
  'closing-base': { light: '#ece4f3', dark: '#332a3d' },
} as const satisfies Readonly<Record<string, Shade>>;

/** The one typeface of text, and that of code: what systems have, since nothing may be fetched. */
const fonts = {
  text: "'Segoe UI', 'Helvetica Neue', 'Liberation Sans', Arial, system-ui, sans-serif",
  code: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', 'DejaVu Sans Mono', monospace",
};

/**
 * Typefaces and colours as properties of the root, the colours light, and dark on a screen whose owner wants it; paper is
 * always light. And how `serverName()` looks.
 */
export function themeStyle(): string {
  const all: readonly (readonly [string, Shade])[] = [
    ...Object.entries(colours),
    ...seriesColours.map((shade, index) => [`series-${index}`, shade] as const),
  ];
  const properties = (mode: keyof Shade): string => all.map(([name, shade]) => `--${name}: ${shade[mode]};`).join('');
  const series = seriesColours.map((_, index) => `.series-${index} { --series: var(--series-${index}); }`).join('\n');
  return `:root { color-scheme: light dark; --text: ${fonts.text}; --code: ${fonts.code}; ${properties('light')} }
@media screen and (prefers-color-scheme: dark) { :root { ${properties('dark')} } }
.plain { --series: var(--soft); }
.several { --series: var(--ink); }
${series}
.server { white-space: nowrap; }
.swatch { display: inline-block; width: 0.65em; height: 0.65em; border-radius: 2px; }
.swatch { margin-right: 0.45em; background: var(--series); }
`;
}
