import type { Visit } from '#record';
import { contractBroken } from '../running/contract-broken.ts';
import { whatBecame } from './what-became.ts';

/**
 * The visits, when all of them were answered right.
 *
 * @throws ExperimentError for the first one that was not: the server broke the contract
 */
export function requireOk(server: string, visits: readonly Visit[]): readonly Visit[] {
  const bad = visits.find(({ outcome }) => outcome !== 'ok');
  if (bad === undefined) return visits;
  const became = whatBecame(bad.outcome);
  throw contractBroken(server, { en: `${bad.label.en} ${became.en}`, 'pt-BR': `${bad.label['pt-BR']} ${became['pt-BR']}` });
}
