import type { Visit } from '#record';
import { contractBroken } from '../running/contract-broken.ts';

/**
 * The visits, when all of them were answered right.
 *
 * @throws ExperimentError for the first one that was not: the server broke the contract
 */
export function requireOk(server: string, visits: readonly Visit[]): readonly Visit[] {
  const bad = visits.find(({ outcome }) => outcome !== 'ok');
  if (bad === undefined) return visits;
  const { label, outcome } = bad;
  throw contractBroken(server, { en: `${label.en} got ${outcome}`, 'pt-BR': `${label['pt-BR']} obteve ${outcome}` });
}
