import nx from '@nx/eslint-plugin';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

/** Who may import whom: dependencies point one way, and no app imports an app. Anybody's tests may be left to long ones. */
const boundaries = [
  ['app:server', ['lib:server-runtime', 'lib:logging', 'lib:protocol', 'lib:contract', 'lib:testing']],
  ['app:client', ['lib:protocol', 'lib:command-line']],
  ['app:lab', ['lib:*']],
  ['app:live', ['lib:*']],
  ['lib:server-runtime', ['lib:admin', 'lib:logging', 'lib:protocol', 'lib:command-line', 'lib:testing']],
  ['lib:admin', ['lib:logging', 'lib:testing']],
  ['lib:logging', ['lib:command-line']],
  ['lib:machine', []],
  ['lib:measure', ['lib:machine', 'lib:record', 'lib:approaches']],
  ['lib:experiments', ['lib:machine', 'lib:measure', 'lib:contract', 'lib:record', 'lib:review', 'lib:approaches']],
  ['lib:bench', ['lib:machine', 'lib:measure', 'lib:contract', 'lib:record', 'lib:approaches', 'lib:command-line']],
  ['lib:report', ['lib:page', 'lib:replay', 'lib:record', 'lib:command-line', 'lib:testing']],
  ['lib:record', ['lib:command-line']],
  ['lib:approaches', []],
  ['lib:page', []],
  ['lib:replay', ['lib:page', 'lib:command-line', 'lib:testing']],
  ['lib:review', ['lib:approaches', 'lib:page', 'lib:record', 'lib:command-line']],
  ['lib:testing', ['lib:machine']],
  ['lib:protocol', []],
  ['lib:command-line', []],
  ['tool:ci', ['lib:command-line']],
  ['tool:parity', ['lib:approaches']],
  ['tool:boundaries', []],
  ['tool:portuguese', []],
  ['tool:class', ['lib:approaches', 'lib:contract']],
  ['tool:targets', ['lib:approaches']],
  ['tool:image', ['lib:approaches', 'lib:testing']],
  ['tool:build', ['lib:approaches', 'lib:testing']],
  ['tool:deploy', ['lib:approaches', 'lib:command-line', 'lib:machine', 'lib:server-runtime']],
  ['tool:generators', ['lib:approaches', 'lib:command-line', 'lib:contract']],
  ['tool:agreement', ['lib:approaches', 'lib:machine', 'lib:measure', 'lib:record', 'lib:command-line']],
  // It speaks raw bytes, so that a mistake in our codec cannot hide itself.
  ['lib:contract', []],
];

/** Modules that make a model what it is, and the only places where they may stand. The Nx rule cannot see these. */
const models = [
  { modules: ['node:cluster', 'cluster'], only: ['apps/server-cluster/**'] },
  { modules: ['node:worker_threads', 'worker_threads'], only: ['apps/server-threads/**', 'libs/machine/**', 'libs/measure/**', 'libs/experiments/**'] },
  { modules: ['rxjs', 'rxjs/*'], only: ['apps/server-reactive/**'] },
];
/** Whoever may end a process at once, and why; others let it end by itself, or wait until their output is written. */
const exits = [
  'libs/command-line/src/exit.ts', // The one place.
  'libs/server-runtime/src/run-server.ts', // A server's log is written at once or dropped: there is nothing to wait for.
  'libs/server-runtime/src/workers/run-worker.ts', // The same in a worker.
  'libs/measure/src/load-main.ts', // Its parent is gone, and with it whoever would read.
  'libs/{contract,experiments,machine,measure}/src/{fixtures,testing,work}/**', // They try what happens when a process ends so.
];
const restrict = (allowed) => [
  'error',
  {
    patterns: models
      .filter(({ only }) => only[0] !== allowed)
      .map(({ modules, only }) => ({ group: modules, allowTypeImports: true, message: `Only ${only.join(', ')} may import it.` })),
  },
];

/** What `tsc` says of a file, by the program that gives the rules their types: who checks both need not learn those twice. */
const typeErrors = {
  create: ({ filename, report, sourceCode }) => ({
    Program() {
      const { program } = sourceCode.parserServices;
      const file = program.getSourceFile(filename);
      for (const { start, messageText, code, reportsUnnecessary } of [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]) {
        // What is not used, a rule tells.
        if (reportsUnnecessary) continue;
        const message = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
        report({ loc: sourceCode.getLocFromIndex(start), message: '{{message}}', data: { message } });
      }
    },
  }),
};

export default tseslint.config(
  { ignores: ['node_modules', '.nx', 'dist', 'report', 'test-results', '**/fixtures/forbidden/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'tsconfig.browser.json'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx, types: { rules: { errors: typeErrors } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'types/errors': 'error',
      '@nx/enforce-module-boundaries': [
        'error',
        {
          // They bring the compiler of TypeScript, an HTTP server, and all that draws: whoever may do without loads them only to use them.
          checkDynamicDependenciesExceptions: ['#review', '#admin', '#report'],
          depConstraints: boundaries.map(([sourceTag, onlyDependOnLibsWithTags]) => ({
            sourceTag,
            onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'lib:long-test'],
          })),
        },
      ],
      '@typescript-eslint/no-restricted-imports': restrict(),
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'It throws away what a pipe has not taken: exitWhenWritten().' },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A quarter of the time of all of them, and there are no enums: `erasableSyntaxOnly` refuses them.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  { files: exits, rules: { 'no-restricted-properties': 'off' } },
  ...models.map(({ only }) => ({
    files: only.map((folder) => `${folder}/*.ts`),
    rules: { '@typescript-eslint/no-restricted-imports': restrict(only[0]) },
  })),
);
