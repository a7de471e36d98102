import { type Statement, statement } from '#record';
import type { Experiment } from '../running/experiment.ts';
import type { Lab } from '../running/lab.ts';
import { listNames } from './list-names.ts';

/** Which servers in Python an experiment had to do without; empty where it had all that it sets beside ours. */
export function lackingNote(experiment: Experiment, lab: Lab): Statement[] {
  const lacking = lab.lacking.filter((server) => experiment.setsBeside?.(server, lab) === true).map(({ name }) => name);
  const names = listNames(lacking);
  return lacking.length === 0
    ? []
    : [statement({ en: `Without ${names.en}: there is no python3.`, 'pt-BR': `Sem ${names['pt-BR']}: não há python3.` })];
}
