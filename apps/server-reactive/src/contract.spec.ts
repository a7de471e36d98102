import { join } from 'node:path';
import { describe } from '@jest/globals';
import { describeContract } from '#contract';
import { builtMain } from '#testing';
import { model } from './model.ts';

const source = join(import.meta.dirname, 'main.ts');
const long = process.env['ECHO_LONG'] === '1';

interface Held {
  readonly flags?: readonly string[];
  readonly built?: boolean;
}

function hold(main: string, { flags = [], ...how }: Held = {}): void {
  const { name, serves, workers, deviations = [] } = model;
  describeContract({ name, command: [process.execPath, main, ...flags], serves, workers, deviations, ...how });
}

hold(source);
// Both ways of reading and of handing over are held to it; those that are not the default, where time is no object.
if (long) hold(source, { flags: ['--read', 'stream'] });
if (long && model.workers === 'threads') hold(source, { flags: ['--transfer', 'socket'] });
// And what is built of it, but for what tells of leaks and amounts: they are those of its sources. That each artefact
// serves, tools/build tries whatever the time.
if (long) {
  describe('what is built', () => {
    hold(builtMain(join(import.meta.dirname, '..')), { built: true });
  });
}
