import { expect, test } from '@jest/globals';
import { bundled } from './testing/bundled.ts';

test.each(['replay', 'page'])('#%s/browser is bundled for a browser, and is loaded without one', async (name) => {
  expect(bundled(`export * from '#${name}/browser'`)).toContain('=>');
  expect(() => bundled(`export * from '#${name}'`)).toThrow('node:');
  expect(await import(`#${name}/browser`)).toBeDefined();
});
