import { describe, expect, test } from '@jest/globals';
import { parseRunRecord, type RunRecord, statement } from '#record';
import { type ClaimId, claims } from '../findings/claim-texts.ts';
import { ExperimentError } from './experiment-error.ts';
import type { Experiment } from './experiment.ts';
import { pythonServers } from './python-servers.ts';
import { runExperiments, type RunOptions } from './run-experiments.ts';

const text = { en: 'x', 'pt-BR': 'x' };

function experiment(id: string, change: Partial<Experiment>): Experiment {
  return {
    id,
    title: text,
    question: text,
    method: (lab) => statement({ ...text, figures: { clients: { value: lab.pick({ quick: 2, default: 4, thorough: 8 }), unit: 'count' } } }),
    claims: [],
    run: () => Promise.resolve({ findings: { answer: statement(text) } }),
    ...change,
  };
}

/** Runs them, without the looks at the machine, which take their time. */
function run(experiments: readonly Experiment[], change: Partial<RunOptions> = {}): Promise<RunRecord> {
  return runExperiments({
    experiments,
    chosen: experiments,
    approaches: [],
    allServers: [],
    size: 'quick',
    python: undefined,
    signal: new AbortController().signal,
    command: 'npm start',
    describe: (error) => (error instanceof ExperimentError ? error.reason : statement({ en: String(error), 'pt-BR': String(error) })),
    perform: async (steps) => {
      // Without the looks at the machine, before and after.
      for (const step of steps.slice(1, -1)) await step.run();
    },
    ...change,
  });
}

const claimIn = (record: RunRecord, id: ClaimId): RunRecord['claims'][number] | undefined =>
  record.claims.find((claim) => claim.id === id);

describe('runExperiments()', () => {
  test('runExperiments() gives figures as the file will have them, without digits that nobody measured', async () => {
    const answer = statement({ ...text, figures: { a: { value: 1.3969805000000002, unit: 'ms' } } });
    const record = await run([experiment('one', { run: () => Promise.resolve({ findings: { answer } }) })]);
    expect(record.experiments[0]?.outcome).toMatchObject({ findings: { answer: { figures: { a: { value: 1.3969805 } } } } });
  });

  test('runExperiments() goes on after one that fails or cannot be run, and says why', async () => {
    const ran: string[] = [];
    const record = await run([
      experiment('fails', { run: () => Promise.reject(new ExperimentError({ en: 'no luck', 'pt-BR': 'sem sorte' })) }),
      experiment('cannot', { unable: () => ({ en: 'no Python', 'pt-BR': 'sem Python' }) }),
      experiment('odd', { run: () => Promise.resolve({ findings: { answer: statement({ ...text, figures: { a: { value: NaN, unit: 'ms' } } }) } }) }),
      experiment('works', {
        run: () => {
          ran.push('works');
          return Promise.resolve({ findings: { answer: statement(text) } });
        },
      }),
    ]);
    expect(record.experiments.map(({ id, outcome }) => [id, outcome.status])).toEqual([
      ['fails', 'failed'],
      ['cannot', 'skipped'],
      ['odd', 'failed'],
      ['works', 'done'],
    ]);
    expect(record.experiments[0]?.outcome).toMatchObject({ reason: { text: { 'pt-BR': 'sem sorte' } } });
    expect(ran).toEqual(['works']);
    expect(parseRunRecord(JSON.stringify(record))).toEqual(record);
  });

  test('runExperiments() says of every claim, in order, what was found or why it was not tried', async () => {
    const judged = experiment('judges', {
      claims: ['no-refusal', 'backlog-one'],
      run: () =>
        Promise.resolve({
          findings: { answer: statement(text) },
          claims: [{ id: 'no-refusal', verdict: 'holds', because: statement(text) }],
        }),
    });
    const cannot = experiment('cannot', { claims: ['gil-one-core'], unable: () => ({ en: 'no Python', 'pt-BR': 'sem Python' }) });
    const absent = experiment('absent', { claims: ['stack-8mb'] });
    const record = await run([judged, cannot, absent], { chosen: [judged, cannot] });
    expect(record.claims.map(({ id }) => id)).toEqual(Object.keys(claims));
    expect(claimIn(record, 'no-refusal')).toMatchObject({ verdict: 'holds', experiment: 'judges' });
    const reasons: readonly (readonly [ClaimId, string, string])[] = [
      ['backlog-one', 'judges', 'The experiment judges could not judge it with the servers of this run.'],
      ['gil-one-core', 'cannot', 'The experiment cannot was skipped: no Python'],
      ['stack-8mb', 'absent', 'The experiment absent was left out of this run.'],
      ['exponential', '', 'No experiment tries it.'],
      ['which-when', 'conclusions', 'Too few of the figures that it takes were measured in this run.'],
    ];
    for (const [id, by, because] of reasons) {
      expect(claimIn(record, id)).toMatchObject({ verdict: 'not-tried', experiment: by, because: { text: { en: because } } });
    }
  });

  test('runExperiments() that is stopped keeps what was done, and takes a failure just before the stop for a part of it', async () => {
    const stop = new AbortController();
    const record = await run(
      [
        experiment('done', {}),
        experiment('under way', {
          claims: ['no-refusal'],
          run: () => {
            setImmediate(() => {
              stop.abort();
            });
            return Promise.reject(new Error('the server ended by itself'));
          },
        }),
        experiment('to come', {}),
      ],
      { signal: stop.signal },
    );
    expect(record).toMatchObject({ interrupted: true, experiments: [{ id: 'done' }] });
    expect(claimIn(record, 'no-refusal')?.because.text.en).toBe('The run was stopped before the experiment under way was done.');
  });

  test('runExperiments() has servers in Python only where there is a Python and an experiment that sets them beside ours, and says so', async () => {
    const beside = experiment('beside', { setsBeside: ({ serves }, lab) => serves === 'serial' && lab.size !== 'quick' });
    const inPython = Object.values(pythonServers);
    const python = { path: 'python3', version: '3' };
    const notesOf = ({ experiments: [one] }: RunRecord): readonly string[] =>
      one?.outcome.status === 'done' ? one.outcome.findings.notes.map(({ text: { en } }) => en) : [];
    const [without, large, quick] = await Promise.all([
      run([beside], { inPython, size: 'default' }),
      run([beside], { inPython, python, size: 'default' }),
      run([beside], { inPython, python }),
    ]);
    expect([without, large, quick].map(({ servers }) => servers)).toEqual([[], ['python-blocking'], []]);
    expect([without, large, quick].map(notesOf)).toEqual([['Without python-blocking: there is no python3.'], [], []]);
    expect(quick.leftOut.map(({ text: { en } }) => en)).toContain('Without the servers in Python, which a larger run has ({count}): beside.');
    expect(large.leftOut.map(({ text: { en } }) => en)).toEqual([expect.stringMatching(/^Smaller than with --thorough/)]);
  });

  test('runExperiments() says what it leaves out, and where it is smaller than a thorough run', async () => {
    const all = [experiment('one', {}), experiment('other', {})];
    const english = async (size: RunRecord['size']): Promise<readonly string[]> =>
      (await run(all, { chosen: all.slice(0, 1), size })).leftOut.map((one) => one.text.en);
    const absent = 'Experiments that were not asked for ({count}): other.';
    expect(await english('quick')).toEqual([absent, 'Smaller than with --thorough ({count}): one.']);
    expect(await english('thorough')).toEqual([absent]);
  });
});
