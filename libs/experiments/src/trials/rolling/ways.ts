import type { Text } from '#record';

/** With which of the two flags instances are started. */
export type WayName = 'neither' | 'delay' | 'finish' | 'both';

/** By name, the plainest first. */
export const wayTexts: Readonly<Record<WayName, Text>> = {
  neither: { en: 'no flag', 'pt-BR': 'sem opções' },
  delay: { en: '--drain-delay', 'pt-BR': '--drain-delay' },
  finish: { en: '--drain finish', 'pt-BR': '--drain finish' },
  both: { en: 'both flags', 'pt-BR': 'as duas opções' },
};

/** @param delay ms */
export function flagsOf(way: WayName, delay: number): readonly string[] {
  return [
    ...(way === 'delay' || way === 'both' ? ['--drain-delay', `${delay}ms`] : []),
    ...(way === 'finish' || way === 'both' ? ['--drain', 'finish'] : []),
  ];
}
