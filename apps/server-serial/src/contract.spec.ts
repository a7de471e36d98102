import { describeContract } from '#contract';
import { model } from './model.ts';

describeContract({
  command: [process.execPath, `${import.meta.dirname}/main.ts`],
  serves: model.serves,
  workers: model.workers,
  deviations: model.deviations ?? [],
});
