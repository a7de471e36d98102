import { describe, expect } from '@jest/globals';
import { approaches } from '#approaches';
import type { Python } from '#machine';
import { type Findings, findingsSchema, type Trace } from '#record';
import { mostAtOnce, servedIntervals } from '../findings/served-intervals.ts';
import type { Experiment } from '../running/experiment.ts';
import { Lab, type OutsideServer } from '../running/lab.ts';
import { pythonServers } from '../running/python-servers.ts';
import { faultsIn } from '../testing/faults-in.ts';
import { testWithPython } from '../testing/python-here.ts';
import { part2 } from './part-2/experiment.ts';
import { part4 } from './part-4/experiment.ts';

// Where many tests run at a time, a process may take seconds to start.
const serial = approaches().filter(({ name }) => name === 'server-serial');
const mine: OutsideServer = { name: 'mine', serves: 'serial', command: `${process.execPath} ${serial[0]?.main ?? ''} --port {port}` };

const most = ({ events }: Trace): number => mostAtOnce(servedIntervals(events));

interface Found {
  readonly findings: Findings;
  readonly verdicts: Readonly<Record<string, string>>;
}

/** What an experiment says of server-serial, of a stranger, and of all servers in Python that it takes. */
async function foundBeside(experiment: Experiment, python: Python): Promise<Found> {
  const { signal } = new AbortController();
  const inPython = Object.values(pythonServers);
  const lab = new Lab({ approaches: serial, outside: [mine], inPython, size: 'quick', python, signal });
  const result = await experiment.run(lab);
  expect(result.fallen).toEqual([]);
  expect(faultsIn(experiment, lab, result)).toEqual([]);
  const verdicts = Object.fromEntries((result.claims ?? []).map(({ id, verdict }) => [id, verdict]));
  return { findings: findingsSchema.parse(result.findings), verdicts };
}

describe('part2', () => {
  testWithPython('part2 shows that on a server that blocks clients wait elsewhere, and tries a stranger by its clients alone', async (python) => {
    const { findings, verdicts } = await foundBeside(part2, python);
    expect(findings.traces.map((trace) => [trace.server, most(trace)])).toEqual([
      ['server-serial', 1],
      ['mine', 0],
      ['python-blocking', 1],
    ]);
    expect(findings.notes.map(({ text: { en } }) => en.slice(0, 15))).toEqual(['Node accepts at', 'To be connected']);
    expect(verdicts).toMatchObject({ 'connect-blocks': 'does-not-hold', 'waits-1-to-3-s': 'holds-with-condition', 'strictly-serial': 'holds' });
  });
});

describe('part4', () => {
  testWithPython('part4 shows the overlap on servers in Python, and leaves those that serve one at a time to part 2', async (python) => {
    const { findings } = await foundBeside(part4, python);
    expect(findings.answer.text.en).toMatch(/^Yes/);
    expect(findings.tables[0]?.rows.map(([server, together]) => [server, together])).toMatchObject([
      ['server-serial', { value: 1 }],
      ['python-threads', { value: 2 }],
      // These log nothing.
      ['python-selectors', null],
      ['python-asyncio', null],
    ]);
  });
});
