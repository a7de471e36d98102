import { describe, expect, test } from '@jest/globals';
import { ClauseFailure } from './clause-failure.ts';
import { phrases, shown } from './phrases.ts';
import { ServerEnded } from './server-ended.ts';
import { wordsOfError } from './words.ts';

describe('wordsOfError()', () => {
  test('says in both languages what was sent, expected and got', () => {
    const failure = new ClauseFailure(phrases.sent(shown('olá')), shown('Echo: olá'), phrases.got(Buffer.alloc(0)));
    expect(wordsOfError(failure)).toEqual({
      en: 'sent "olá"; expected "Echo: olá", but got nothing',
      'pt-BR': 'enviou "olá"; esperava "Echo: olá", mas não recebeu nada',
    });
    expect(wordsOfError(new ServerEnded({ code: 3, signal: null, lines: [] }, failure))).toEqual({
      en: `the server ended with exit code 3 and said nothing (${failure.message})`,
      'pt-BR': `o servidor terminou com o código de saída 3 sem dizer nada (${failure.words['pt-BR']})`,
    });
  });

  test('is the message of an error that has no words', () => {
    expect(wordsOfError(new Error('connect ECONNREFUSED'))).toEqual({ en: 'connect ECONNREFUSED', 'pt-BR': 'connect ECONNREFUSED' });
  });
});
