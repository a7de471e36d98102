import type { Place } from '../story/scene.ts';

/** How much is told of each client: the more there are, the less. */
export type Density = 'full' | 'number' | 'dot';

export function densityOf(count: number): Density {
  return count <= 8 ? 'full' : count <= 24 ? 'number' : 'dot';
}

export interface ChipOptions {
  readonly place: Place;
  readonly density: Density;
  /** Another client's message keeps its own from being read. */
  readonly heldUp?: boolean;
  /** How many are before it in the server's queue. */
  readonly ahead?: number | undefined;
}
