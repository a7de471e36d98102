import { mkdirSync } from 'node:fs';

// Jest writes its results there, for the gate to count, and makes no folder for them.
mkdirSync('test-results', { recursive: true });

/** What every project's tests share; `nx test` adds the project's own folder as `--rootDir`. */
export default {
  testEnvironment: 'node',
  // A test that waits for processes waits long on a busy machine; one that hangs is still found.
  testTimeout: 240_000,
  maxWorkers: 2,
  testMatch: ['<rootDir>/**/*.spec.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'commonjs' } },
    ],
  },
};
