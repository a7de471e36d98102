import { readFileSync } from 'node:fs';
import type { Plugin } from './plugin.ts';

/** How a module of ours makes itself a `require`, to load a library of CommonJS only when it is needed. */
const own = 'const require = createRequire(import.meta.url);';

/** Has esbuild bundle what is required, and run it only when it is asked for; Node's HTTP, which is imported, is required, too. */
export const requires: Plugin = {
  name: 'requires',
  setup(build) {
    build.onLoad({ filter: /\/libs\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(own, ''),
      loader: 'ts',
    }));
    // Only the admin listener needs it. An import would stand at the top of the bundle and read all that the module gives: one of
    // its getters loads fetch(), a fifth of a start.
    build.onResolve({ filter: /^(?:node:)?https?$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'required' } : { path, external: true },
    );
    build.onLoad({ filter: /^/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
      loader: 'js',
    }));
  },
};
