import { dirname, extname, join } from 'node:path';

/**
 * Where a model's worker lies: beside the model, with the same ending, `worker.ts` in the sources and `worker.js` in what
 * is built of them.
 *
 * @param model the model's `import.meta.filename`; in what is built, that of the file that it became part of.
 * @returns an absolute path, as `Worker` and `cluster.setupPrimary()` take it.
 */
export function workerFile(model: string): string {
  return join(dirname(model), `worker${extname(model)}`);
}
