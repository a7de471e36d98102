/** A chart is drawn twice, for a screen and for a phone, and the page shows the one that fits. */
export interface Layout {
  readonly name: 'wide' | 'narrow';
  /** Of the drawing; its pixels are the screen's, about. */
  readonly width: number;
}

const narrow: Layout = { name: 'narrow', width: 340 };

/** By how much of a wide page's width a chart takes. */
export const layouts = {
  half: [{ name: 'wide', width: 440 }, narrow],
  full: [{ name: 'wide', width: 900 }, narrow],
} as const satisfies Readonly<Record<string, readonly Layout[]>>;

export type ChartWidth = keyof typeof layouts;
