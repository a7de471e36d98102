import { expect, test } from '@jest/globals';
import { samplePart2 } from '../testing/sample-part-2.ts';
import { sampleRecord } from '../testing/sample-record.ts';
import { viewOf } from '../view.ts';
import { asciiTimeline } from './ascii-timeline.ts';

test('asciiTimeline() draws a line a lane, where what takes no time to speak of has a letter, too', () => {
  const timeline = samplePart2.outcome.status === 'done' ? samplePart2.outcome.findings.timelines[0] : undefined;
  const lines = timeline === undefined ? [] : asciiTimeline(viewOf(sampleRecord(), 'en'), timeline).split('\n');
  expect(lines.slice(2, 8)).toEqual([
    'Clients',
    `client 1      |c.${'#'.repeat(57)}x|`,
    `client 2      |c${'.'.repeat(57)}#x|`,
    'Server: server-serial',
    `connection 1  |.${'#'.repeat(59)}|`,
    `connection 2  |${'.'.repeat(59)}#|`,
  ]);
  expect(lines.at(-2)).toBe('c connecting   . waiting for its reply or its turn   # answered, or being served   x closing');
});
