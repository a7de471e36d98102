import { expect, test } from '@jest/globals';
import { codeOf, ServerError } from './server-error.ts';

test.each([
  [Object.assign(new Error('reset'), { code: 'ECONNRESET' }), 'ECONNRESET'],
  [new ServerError('CRASH_LOOP', 'giving up'), 'CRASH_LOOP'],
  [new TypeError('no code'), 'TypeError'],
  ['a text that was thrown', 'a text that was thrown'],
  [undefined, 'undefined'],
])('codeOf() %p is %p', (error, code) => {
  expect(codeOf(error)).toBe(code);
});
