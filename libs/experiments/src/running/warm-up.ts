import { clientsTogether } from '../clients/clients-together.ts';
import type { Lab, Subject } from './lab.ts';
import type { Served } from './serve-all.ts';

/** Lets a few clients through each server, so that what Node compiles once is not counted with the first that is measured. */
export async function warmUp(lab: Lab, all: readonly Served<Subject>[]): Promise<void> {
  for (const { server } of all) {
    for (let round = 0; round < 5; round++) await clientsTogether(lab, server, { clients: 4, hold: 0 });
  }
}
