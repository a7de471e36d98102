import { join } from 'node:path';
import { describe, test } from '@jest/globals';
import { describeContract } from '#contract';
import { long, whyLong } from '#long-test';
import { builtMain } from '#testing';
import { model } from './model.ts';

const source = join(import.meta.dirname, 'main.ts');
const built = builtMain(join(import.meta.dirname, '..'));

interface Held {
  readonly flags?: readonly string[];
  readonly built?: boolean;
}

function hold(main: string, { flags = [], ...how }: Held = {}): void {
  const { name, serves, workers, deviations = [] } = model;
  describeContract({ name, command: [process.execPath, main, ...flags], serves, workers, deviations, ...how });
}

// The gate holds what is built to it, which starts sooner. Where time is no object, it holds the sources, with each way of
// reading and of handing over, and what is built, which leaves leaks and amounts to them.
if (long) {
  hold(source);
  hold(source, { flags: ['--read', 'stream'] });
  if (model.workers === 'threads') hold(source, { flags: ['--transfer', 'socket'] });
  describe('what is built', () => {
    hold(built, { built: true });
  });
} else {
  hold(built);
  const others = 'its sources keep the contract, whichever way they read and hand over';
  test.skip(`${others}${whyLong('what is built of them is held to it')}`, () => undefined);
}
