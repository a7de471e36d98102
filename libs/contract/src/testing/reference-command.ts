import type { Promises } from '../promises.ts';
import type { Quirk } from './reference/quirks.ts';

/** The command of a reference server of this kind, broken or not. */
export function referenceCommand({ serves }: Pick<Promises, 'serves'>, broken?: Quirk): readonly string[] {
  const command = [process.execPath, `${import.meta.dirname}/reference/main.ts`, '--serves', serves];
  return broken === undefined ? command : [...command, '--broken', broken];
}
