import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { endUnderWay } from './end-under-way.ts';

// Where many tests run at a time, a process may take seconds to start.
jest.setTimeout(30_000);

test('endUnderWay() counts the replies that a server owes when it ends, and its exit', async () => {
  const command = [process.execPath, join(import.meta.dirname, '../testing/cut-off-server.ts')] as const;
  expect(await endUnderWay('cut-off-server', command, 'SIGTERM', 3, new AbortController().signal)).toEqual({
    clients: 3,
    answered: 0,
    ended: 0,
    exit: { code: 0, signal: null },
  });
});
