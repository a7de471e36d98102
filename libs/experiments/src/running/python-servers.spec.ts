import { describe, expect } from '@jest/globals';
import { checkBasics } from '#contract';
import { labWithPython } from '../testing/lab-with-python.ts';
import { longTestWithPython, testWithPython } from '../testing/python-here.ts';
import { seedName } from '../trials/seed-design/measure.ts';
import { pythonServers } from './python-servers.ts';

// With framing chunk, one of them has the flaws of the report's design on purpose: seed-design is about them.
const promised = Object.values(pythonServers).flatMap((server) =>
  (['line', 'chunk'] as const).flatMap((framing) => (framing === 'chunk' && server.name === seedName ? [] : [{ server, framing }])),
);

/** Many tests may run at a time, ms. */
const patience = 60_000;

describe('pythonServers', () => {
  for (const { server, framing } of promised) {
    const testOne = [pythonServers.blocking, pythonServers.threads].includes(server) ? testWithPython : longTestWithPython;
    testOne(`pythonServers: ${server.name} keeps the basic clauses of the contract with framing ${framing}`, async (python) => {
      const { passed, breach } = await labWithPython(python).serve(server, ['--backlog', '1024', '--framing', framing], ({ address }) =>
        checkBasics(address, { serves: server.serves, framing }, patience),
      );
      expect(breach).toBeUndefined();
      expect(passed).toBeGreaterThan(5);
    });
  }
});
