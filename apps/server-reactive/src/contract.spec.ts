import { join } from 'node:path';
import { describe } from '@jest/globals';
import { describeContract } from '#contract';
import { builtMain } from '#testing';
import { model } from './model.ts';

const source = join(import.meta.dirname, 'main.ts');
const built = builtMain(join(import.meta.dirname, '..'));
const long = process.env['ECHO_LONG'] === '1';

interface Held {
  readonly flags?: readonly string[];
  readonly built?: boolean;
}

function hold(main: string, { flags = [], ...how }: Held = {}): void {
  const { name, serves, workers, deviations = [] } = model;
  describeContract({ name, command: [process.execPath, main, ...flags], serves, workers, deviations, ...how });
}

// What is shipped of it, which starts sooner than its sources; those, where time is no object, with every way of reading and of
// handing over, and what is shipped but for what tells of leaks and amounts, which are theirs.
if (!long) hold(built);
if (long) {
  hold(source);
  hold(source, { flags: ['--read', 'stream'] });
  if (model.workers === 'threads') hold(source, { flags: ['--transfer', 'socket'] });
  describe('what is built', () => {
    hold(built, { built: true });
  });
}
