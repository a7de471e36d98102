import { join } from 'node:path';
import { describe } from '@jest/globals';
import { describeContract } from '#contract';
import { builtMain } from '#testing';
import { model } from './model.ts';

const source = join(import.meta.dirname, 'main.ts');
const long = process.env['ECHO_LONG'] === '1';

function hold(main: string, ...flags: readonly string[]): void {
  const { serves, workers, deviations = [] } = model;
  describeContract({ command: [process.execPath, main, ...flags], serves, workers, deviations });
}

hold(source);
// Both ways of reading and of handing over are held to it; those that are not the default, where time is no object.
if (long) hold(source, '--read', 'stream');
if (long && model.workers === 'threads') hold(source, '--transfer', 'socket');
// And what is built of it: tools/build tries, whatever the time, that each artefact serves.
if (long) {
  describe('what is built', () => {
    hold(builtMain(join(import.meta.dirname, '..')));
  });
}
