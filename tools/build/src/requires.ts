import { readFileSync } from 'node:fs';
import type { Plugin } from './plugin.ts';

/** How a module of ours makes itself a `require`, to load a library of CommonJS only when it is needed. */
const own = 'const require = createRequire(import.meta.url);';

/** Has esbuild bundle what is required, run it only when it is asked for, and so with Node's HTTP, which is imported. */
export const requires: Plugin = {
  name: 'requires',
  setup(build) {
    build.onLoad({ filter: /\/libs\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(own, ''),
      loader: 'ts',
    }));
    // Only the admin listener needs it. An import would stand at the top of the bundle and, with all else that the module gives,
    // load fetch(), which takes longer than all that is ours.
    build.onResolve({ filter: /^node:http$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'required' } : { path, external: true },
    );
    build.onLoad({ filter: /^/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
      loader: 'js',
    }));
  },
};
