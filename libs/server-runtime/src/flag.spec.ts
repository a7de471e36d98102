import { describe, expect, test } from '@jest/globals';
import { duration, type Kind, language, oneOf, refused, text, wholeNumber } from './flag.ts';

/** What a kind reads, or 'refused'. */
function read<Value>(kind: Kind<Value>, given: string): Value | 'refused' {
  const value = kind.read(given);
  return value === refused ? 'refused' : value;
}

describe('wholeNumber()', () => {
  const kind = wholeNumber(1, 100);
  test.each(['1', '42', '100', '007'])('wholeNumber() reads %j', (given) => {
    expect(read(kind, given)).toBe(Number(given));
  });
  test.each(['0', '101', '-1', '1.5', '1e1', '0x10', ' 1', '', 'one', '9'.repeat(400)])(
    'wholeNumber() refuses %j',
    (given) => {
      expect(read(kind, given)).toBe('refused');
    },
  );
  test('wholeNumber() says what it expects', () => {
    expect(kind.expects).toEqual({ en: 'a whole number from 1 to 100', 'pt-BR': 'um número inteiro de 1 a 100' });
  });
});

describe('oneOf()', () => {
  test('oneOf() reads its choices and nothing else', () => {
    const kind = oneOf(['none', 'rr']);
    expect(['none', 'rr', 'RR', '', 'toString'].map((given) => read(kind, given))).toEqual([
      'none',
      'rr',
      'refused',
      'refused',
      'refused',
    ]);
    expect(kind.expects).toEqual({ en: 'one of none, rr', 'pt-BR': 'um destes: none, rr' });
  });

  test('language takes the two that there are', () => {
    expect(['en', 'pt-BR', 'pt', 'fr'].map((given) => read(language, given))).toEqual(['en', 'pt-BR', 'refused', 'refused']);
  });
});

describe('duration', () => {
  test.each([
    ['250ms', 250],
    ['2s', 2_000],
    ['1.5s', 1_500],
    ['1m', 60_000],
    ['250', 250],
    ['off', undefined],
  ])('duration reads %j', (given, ms) => {
    expect(read(duration, given)).toBe(ms);
  });
  test.each(['0', '0s', '0.5ms', '-1s', '2 s', 's', '', 'never', '25d', '9999h'])('duration refuses %j', (given) => {
    expect(read(duration, given)).toBe('refused');
  });
});

test('text() refuses nothing at all', () => {
  const kind = text('a name', 'um nome');
  expect([read(kind, 'x'), read(kind, '')]).toEqual(['x', 'refused']);
});
