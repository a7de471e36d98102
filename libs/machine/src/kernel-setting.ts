import { readIfThere } from './read-if-there.ts';

/** A number that the kernel keeps below /proc/sys; undefined where it has none of that name. */
export function kernelSetting(name: string): number | undefined {
  const text = readIfThere(`/proc/sys/${name}`);
  return text === undefined ? undefined : Number(text);
}
