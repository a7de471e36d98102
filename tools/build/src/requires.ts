import { readFileSync } from 'node:fs';
import type { Plugin } from './plugin.ts';

/** How a module of ours makes itself a `require`, to load a library of CommonJS only when it is needed. */
const own = 'const require = createRequire(import.meta.url);';

/** Leaves `require` to esbuild, which then bundles what is asked for, and still runs it only when it is asked for. */
export const requires: Plugin = {
  name: 'requires',
  setup(build) {
    build.onLoad({ filter: /\/libs\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(own, ''),
      loader: 'ts',
    }));
  },
};
