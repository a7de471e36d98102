import { clientsTogether } from '../clients/clients-together.ts';
import type { Lab } from './lab.ts';
import type { LabServer } from './lab-server.ts';

/** Lets a few clients through a server, so that what Node compiles once is not counted with the first that is measured. */
export async function warmUp(lab: Lab, server: LabServer): Promise<void> {
  for (let round = 0; round < 5; round++) await clientsTogether(lab, server, { clients: 4, hold: 0 });
}
