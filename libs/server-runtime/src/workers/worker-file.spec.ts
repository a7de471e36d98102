import { expect, test } from '@jest/globals';
import { workerFile } from './worker-file.ts';

test.each([
  ['/lab/apps/server-threads/src/model.ts', '/lab/apps/server-threads/src/worker.ts'],
  ['/lab/dist/apps/server-threads/main.js', '/lab/dist/apps/server-threads/worker.js'],
])('workerFile() lies beside %s, with its ending', (model, worker) => {
  expect(workerFile(model)).toBe(worker);
});
