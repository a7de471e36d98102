import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { htmlDocument } from './html-document.ts';

const page = { language: 'en', title: 'a < b & c', style: 'p { color: red }', body: '<body></body>' };
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('htmlDocument() lets in its own style alone, and no script where it has none', () => {
  const html = htmlDocument(page);
  expect(html).toContain(`default-src 'none'; style-src ${hash(page.style)}; img-src`);
  expect(html).not.toContain('script');
  expect(html).toContain('<title>a &lt; b &amp; c</title>');
});

test('htmlDocument() lets in the very script that it has', () => {
  const script = 'document.title = "x"';
  const html = htmlDocument({ ...page, script });
  expect(html).toContain(`script-src ${hash(script)};`);
  expect(html).toContain(`<script type="module">${script}</script>`);
});
