import type { Bars, Quantity, Text } from '#record';
import { barOf } from './bar-of.ts';

/** A bar for each server that has a figure: the very ones that `Findings.figures` has, so that chart and sentences rank alike. */
export function barsByServer(
  title: Text,
  figures: Readonly<Record<string, Quantity>>,
  description: Text = { en: `${title.en}, server by server.`, 'pt-BR': `${title['pt-BR']}, servidor por servidor.` },
): Bars {
  return {
    kind: 'bars',
    title,
    description,
    unit: Object.values(figures)[0]?.unit ?? 'plain',
    bars: Object.entries(figures).map(([server, figure]) => barOf({ en: server, 'pt-BR': server }, figure, server)),
  };
}
