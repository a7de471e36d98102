import { quantity, said, type Size, type Statement, statement } from '#record';
import type { Experiment } from './experiment.ts';
import { Lab, type LabOptions } from './lab.ts';

/** What was to be chosen from, and what was. */
export interface Choice {
  readonly experiments: readonly Experiment[];
  readonly chosen: readonly Experiment[];
  readonly servers: readonly { readonly name: string }[];
}

/** What this run leaves out: experiments, servers, and which experiments are smaller than in a thorough one. */
export function leftOut(options: LabOptions, { experiments, chosen, servers }: Choice): readonly Statement[] {
  const small = new Lab(options);
  const large = new Lab({ ...options, size: 'thorough' satisfies Size });
  const asked = [...options.approaches, ...(options.inPython ?? [])].map(({ name }) => name);
  const ids = (all: readonly Experiment[]): string[] => all.map(({ id }) => id);
  return said([
    listed('Experiments that were not asked for', 'Experimentos não pedidos', ids(experiments.filter((one) => !chosen.includes(one)))),
    listed('Servers that were not asked for', 'Servidores não pedidos', servers.map(({ name }) => name).filter((name) => !asked.includes(name))),
    listed('Without the servers in Python, which a larger run has', 'Sem os servidores em Python, que uma execução maior inclui', ids(
      chosen.filter((one) => small.inPython.some((server) => one.setsBeside?.(server, large) !== one.setsBeside?.(server, small))),
    )),
    listed('Smaller than with --thorough', 'Menores do que com --thorough', ids(chosen.filter((one) => isSmaller(one, small, large)))),
  ]);
}

/** @returns undefined for none */
function listed(en: string, ptBR: string, names: readonly string[]): Statement | undefined {
  if (names.length === 0) return undefined;
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
