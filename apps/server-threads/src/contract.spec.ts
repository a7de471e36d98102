import { describeContract } from '#contract';
import { model } from './model.ts';

const command = [process.execPath, `${import.meta.dirname}/main.ts`];
// Both ways of reading are held to it; the one that is not the default, where time is no object.
for (const flags of process.env['ECHO_LONG'] === '1' ? [[], ['--read', 'stream']] : [[]]) {
  describeContract({
    command: [...command, ...flags],
    serves: model.serves,
    workers: model.workers,
    deviations: model.deviations ?? [],
  });
}
