import { expect, test } from '@jest/globals';
import { sampleRecord } from '../testing/sample-record.ts';
import { viewOf } from '../view.ts';
import { shortLabel } from './short-label.ts';

test('shortLabel() takes from the names of servers what all begin with, and leaves other words alone', () => {
  const view = viewOf(sampleRecord(), 'en');
  const label = (en: string): string => shortLabel(view, { en, 'pt-BR': '' });
  expect(label('server-async, alone')).toBe('async, alone');
  expect(label('server-of-mine')).toBe('server-of-mine');
});
