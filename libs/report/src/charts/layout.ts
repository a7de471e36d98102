/** A chart is drawn twice, for a screen and for a phone, and the page shows the one that fits. */
export interface Layout {
  readonly name: 'wide' | 'narrow';
  /** Of the drawing; its pixels are the screen's where there is room. */
  readonly width: number;
}

export const layouts: readonly Layout[] = [
  { name: 'wide', width: 760 },
  { name: 'narrow', width: 340 },
];
