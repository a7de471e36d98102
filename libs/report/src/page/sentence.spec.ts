import { expect, test } from '@jest/globals';
import { statement } from '#record';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { sampleRecord } from '../testing/sample-record.ts';
import { viewOf } from '../view.ts';
import { sentence } from './sentence.ts';

test('sentence() keeps a flag on one line, which a browser breaks after its hyphens', () => {
  const told = statement({ en: 'With --drain-delay and “--scheduling none” – nothing.', 'pt-BR': 'x' });
  const html = renderToString(h('p', {}, sentence(viewOf(sampleRecord(), 'en'), told)));
  expect(html).toBe(
    '<p>With <span class="flag">--drain-delay</span> and “<span class="flag">--scheduling</span> none” – nothing.</p>',
  );
});
