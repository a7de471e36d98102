import { expect, test } from '@jest/globals';
import { languageAsked } from './language.ts';

test.each([
  [{ LANG: 'pt_BR.UTF-8' }, 'pt-BR'],
  [{ LANG: 'pt_PT' }, 'pt-BR'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'pt_BR.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'C', LC_MESSAGES: 'pt_BR' }, 'pt-BR'],
  [{ LANG: 'pt_BR', LC_ALL: '' }, 'pt-BR'],
  [{}, 'en'],
] as const)('languageAsked() takes the locale %j for %s', (env, language) => {
  expect(languageAsked([], env)).toBe(language);
});

test.each([
  [['--lang', 'pt-BR'], {}, 'pt-BR'],
  [['--port', '1', '--lang=pt-BR'], { LANG: 'en_US' }, 'pt-BR'],
  [['--lang', 'en'], { ECHO_LANG: 'pt-BR', LANG: 'pt_BR' }, 'en'],
  [[], { ECHO_LANG: 'pt-BR', LANG: 'en_US' }, 'pt-BR'],
  [['--lang', 'fr'], { LANG: 'pt_BR' }, 'pt-BR'],
  [['--lang'], {}, 'en'],
] as const)('languageAsked() takes %j with %j for %s', (args, env, language) => {
  expect(languageAsked(args, env)).toBe(language);
});
