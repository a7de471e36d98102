import { dirname } from 'node:path';

/** A plugin for Nx that gives every project the targets which none may lack. What they do stands in `nx.json`. */
export const name = 'inferred-targets';

/** What is needed of Nx's `CreateNodesV2`: which files are projects, and what each adds to its own. */
export const createNodesV2 = [
  '{apps,libs,tools}/*/project.json',
  (files: readonly string[]): readonly unknown[] =>
    files.map((file) => [file, { projects: { [dirname(file)]: { targets: { lint: {}, typecheck: {} } } } }]),
];
