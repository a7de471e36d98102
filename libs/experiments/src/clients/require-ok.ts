import type { Visit } from '#record';
import { ExperimentError } from '../running/experiment-error.ts';

/**
 * The visits, when all of them were answered right.
 *
 * @throws ExperimentError for the first one that was not: the server broke the contract
 */
export function requireOk(server: string, visits: readonly Visit[]): readonly Visit[] {
  const bad = visits.find(({ outcome }) => outcome !== 'ok');
  if (bad === undefined) return visits;
  throw new ExperimentError({
    en: `${server} broke the contract: ${bad.label.en} got ${bad.outcome}`,
    'pt-BR': `${server} descumpriu o contrato: ${bad.label['pt-BR']} obteve ${bad.outcome}`,
  });
}
