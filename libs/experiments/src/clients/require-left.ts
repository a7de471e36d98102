import { contractBroken } from '../running/contract-broken.ts';
import type { LineClient } from './line-client.ts';
import { whatBecame } from './what-became.ts';

/**
 * Resolves when all clients, who were told to leave, have left.
 *
 * @throws ExperimentError where one was not answered right or lost its connection: the server broke the contract
 */
export async function requireLeft(server: string, clients: readonly LineClient[]): Promise<void> {
  const outcomes = await Promise.all(clients.map(({ closed }) => closed));
  const bad = outcomes.find((outcome, index) => outcome !== 'left' || clients[index]?.inFlight !== 0);
  if (bad === undefined) return;
  const became = whatBecame(bad === 'left' ? 'no reply' : bad);
  throw contractBroken(server, { en: `a client ${became.en}`, 'pt-BR': `um cliente ${became['pt-BR']}` });
}
