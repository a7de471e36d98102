import type { Text } from '#record';

/** What became of a client that was not answered right, behind its name. */
export function whatBecame(outcome: string): Text {
  return { en: `got ${outcome}`, 'pt-BR': portuguese[outcome] ?? `teve o erro ${outcome}` };
}

/** By the outcomes of our clients; any other is a code of the system's. */
const portuguese: Readonly<Record<string, string>> = {
  'no reply': 'ficou sem resposta',
  'no-reply': 'ficou sem resposta',
  'wrong-reply': 'recebeu uma resposta errada',
  ended: 'teve a conexão encerrada pelo servidor',
};
