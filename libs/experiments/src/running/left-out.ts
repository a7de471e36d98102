import type { Approach } from '#approaches';
import { quantity, type Statement, statement, type Size } from '#record';
import type { Experiment } from './experiment.ts';
import { Lab, type LabOptions } from './lab.ts';

/** What was to be chosen from, and what was. */
export interface Choice {
  readonly experiments: readonly Experiment[];
  readonly chosen: readonly Experiment[];
  readonly approaches: readonly Approach[];
}

/** What this run leaves out: experiments, servers, and which experiments are smaller than in a thorough one. */
export function leftOut(options: LabOptions, { experiments, chosen, approaches }: Choice): readonly Statement[] {
  const ids = experiments.filter((one) => !chosen.includes(one)).map(({ id }) => id);
  const servers = approaches.filter((one) => !options.approaches.includes(one)).map(({ name }) => name);
  const small = new Lab(options);
  const large = new Lab({ ...options, size: 'thorough' satisfies Size });
  const smaller = chosen.filter((experiment) => isSmaller(experiment, small, large)).map(({ id }) => id);
  return [
    ...(ids.length === 0 ? [] : [listed('Experiments that were not asked for', 'Experimentos não pedidos', ids)]),
    ...(servers.length === 0 ? [] : [listed('Servers that were not asked for', 'Servidores não pedidos', servers)]),
    ...(smaller.length === 0 ? [] : [listed('Smaller than with --thorough', 'Menores do que com --thorough', smaller)]),
  ];
}

function listed(en: string, ptBR: string, names: readonly string[]): Statement {
  return statement({
    en: `${en} ({count}): ${names.join(', ')}.`,
    'pt-BR': `${ptBR} ({count}): ${names.join(', ')}.`,
    figures: { count: quantity(names.length, 'count') },
  });
}

/** An experiment says in its method with which numbers it is run: a smaller one has others there. */
function isSmaller(experiment: Experiment, small: Lab, large: Lab): boolean {
  if (experiment.unable?.(small) !== undefined) return false;
  const there = experiment.method(large).figures;
  return Object.entries(experiment.method(small).figures).some(([name, { value }]) => there[name]?.value !== value);
}
