import { describe, expect, test } from '@jest/globals';
import { errorText } from './error-text.ts';

describe('errorText()', () => {
  test('says what was thrown', () => {
    expect(errorText(new TypeError('no'))).toBe('TypeError: no');
    expect(errorText('no')).toBe('no');
    expect(errorText(undefined)).toBe('undefined');
  });

  test('does not throw, whatever was thrown', () => {
    const hostile = {
      toString: () => {
        throw new Error('and again');
      },
    };
    expect(errorText(hostile)).toBe('a thrown object that cannot be shown');
    expect(errorText(Object.create(null))).toBe('a thrown object that cannot be shown');
    expect(errorText(Symbol('no'))).toBe('Symbol(no)');
  });
});
