import { describe, expect, test } from '@jest/globals';
import { Clock } from '../../running/clock.ts';
import { type Crash, crashUnderLoad } from './crash-under-load.ts';
import { lostClients, sharesLost } from './shares-lost.ts';
import { quickLab } from '../../testing/quick-lab.ts';
import { workByMessage } from '../../clients/work-by-message.ts';

function crashOf(name: string, flags: readonly string[], after = 60): Promise<Crash> {
  const lab = quickLab(name);
  const [approach] = lab.approaches;
  if (approach === undefined) throw new Error(`there is no ${name}`);
  const started = new Clock();
  return lab.serve(approach, [...workByMessage(), '--log-level', 'debug', ...flags], (server) =>
    crashUnderLoad(server, started, { clients: 5, before: 60, after }),
  );
}

describe('crashUnderLoad()', () => {
  test.each([
    ['server-cluster', ['--workers', '2', '--scheduling', 'rr']],
    ['server-threads', ['--workers', '2', '--accept', 'hand-over']],
  ])('ends the worker of %s that holds most clients, and loses those alone', async (name, flags) => {
    const crash = await crashOf(name, flags);
    expect(crash.workers.map(({ held }) => held).sort()).toEqual([2, 3]);
    expect(crash.workers.find(({ id }) => id === crash.victim?.id)?.held).toBe(3);
    expect(lostClients(crash)).toHaveLength(3);
    expect(sharesLost(crash).toSorted()).toEqual([0.4, 0.6]);
  });

  test('waits for whoever was not answered yet, and does not count them as lost', async () => {
    expect(lostClients(await crashOf('server-cluster', ['--workers', '2', '--scheduling', 'rr'], 0))).toHaveLength(3);
  });

  test('ends a server without workers as a whole', async () => {
    const crash = await crashOf('server-serial', []);
    expect(crash).toMatchObject({ workers: [], victim: undefined });
    expect(sharesLost(crash)).toEqual([1]);
  });
});

test('sharesLost() goes by what the one end cost where it was not what the worker held', () => {
  const lost = { lostAt: 1, backAt: undefined };
  const crash: Crash = {
    clients: [lost, lost, lost, { lostAt: undefined, backAt: undefined }],
    at: 1,
    lasted: 2,
    workers: [{ id: 1, held: 2 }, { id: 2, held: 2 }],
    victim: { id: 2, replacedAt: 2 },
  };
  expect(sharesLost(crash)).toEqual([0.75]);
  expect(sharesLost({ ...crash, workers: [{ id: 1, held: 1 }, { id: 2, held: 3 }] })).toEqual([0.25, 0.75]);
});
