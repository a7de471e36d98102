import { licences } from './licences.ts';
import { requires } from './requires.ts';

/** What a build is told beside the options in `nx.json`, which say what is built, and to where. */
export default {
  logOverride: { 'empty-glob': 'silent' }, // A model without workers has no `worker.ts`.
  // Libraries of CommonJS ask for Node's own modules while they run, for which ESM has nothing.
  banner: { js: "const require = process.getBuiltinModule('module').createRequire(import.meta.url);" },
  // To Node it gives CommonJS, of which all is bundled; of this, what is used.
  alias: { rxjs: './node_modules/rxjs/dist/esm/index.js' },
  plugins: [requires, licences],
};
