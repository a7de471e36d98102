import { expect, test } from '@jest/globals';
import { whatBecame } from './what-became.ts';

test.each([
  ['no-reply', 'got no-reply', 'ficou sem resposta'],
  ['wrong-reply', 'got wrong-reply', 'recebeu uma resposta errada'],
  ['ended', 'got ended', 'teve a conexão encerrada pelo servidor'],
  ['ECONNRESET', 'got ECONNRESET', 'teve o erro ECONNRESET'],
])('whatBecame() says %s in both languages', (outcome, en, portuguese) => {
  expect(whatBecame(outcome)).toEqual({ en, 'pt-BR': portuguese });
});
