import { showBytes } from './show-bytes.ts';
import { joined, type Part, type Words, wordsOf } from './words.ts';

const seconds = (ms: number): string => `${ms / 1_000} s`;

/** Bytes for one line, quoted and escaped. */
export function shown(bytes: Uint8Array | string): Words {
  return bytes.length === 0 ? { en: 'nothing', 'pt-BR': 'nada' } : wordsOf(showBytes(bytes));
}

/** What clauses of every level say of what they did, expected and got: for `ClauseFailure`. */
export const phrases = {
  connected: { en: 'connected', 'pt-BR': 'conectou' },
  connectedTo: (address: string): Words => ({ en: `connected to ${address}`, 'pt-BR': `conectou a ${address}` }),
  connection: { en: 'a connection', 'pt-BR': 'uma conexão' },
  noneCame: { en: 'none came', 'pt-BR': 'nenhuma veio' },
  sent: (what: Part): Words => joined({ en: 'sent ', 'pt-BR': 'enviou ' }, what),
  thenFin: { en: ', then FIN', 'pt-BR': ', depois FIN' },
  thenReset: { en: ', then a reset', 'pt-BR': ', depois um reset' },
  got: (bytes: Uint8Array): Words =>
    bytes.length === 0 ? { en: 'got nothing', 'pt-BR': 'não recebeu nada' } : joined({ en: 'got ', 'pt-BR': 'recebeu ' }, showBytes(bytes)),
  gotTooMuch: (count: number, bytes: Uint8Array): Words => ({
    en: `got ${count} bytes, more than any echo of what was sent: ${showBytes(bytes)}`,
    'pt-BR': `recebeu ${count} bytes, mais do que qualquer eco do que foi enviado: ${showBytes(bytes)}`,
  }),
  within: (ms: number): Words => ({ en: ` within ${seconds(ms)}`, 'pt-BR': ` em ${seconds(ms)}` }),
  end: { en: 'the end of the connection', 'pt-BR': 'o fim da conexão' },
  nothingCame: (ms: number): Words => ({ en: `nothing came within ${seconds(ms)}`, 'pt-BR': `nada chegou em ${seconds(ms)}` }),
  finCame: { en: 'FIN came', 'pt-BR': 'chegou FIN' },
  resetCame: { en: 'a reset came', 'pt-BR': 'chegou um reset' },
  startedIt: { en: 'started the server', 'pt-BR': 'iniciou o servidor' },
  itToListen: { en: 'it to listen on its port', 'pt-BR': 'que ele escutasse na sua porta' },
  itToBeReady: { en: 'it to be ready', 'pt-BR': 'que ele ficasse pronto' },
  itRuns: (said: string): Words => joined({ en: 'it runs and said ', 'pt-BR': 'ele está rodando e disse ' }, shown(said)),
  itEnded: (how: string, said: string): Words =>
    joined({ en: `it ended with ${how} and said `, 'pt-BR': `ele terminou com ${how} e disse ` }, shown(said)),
  theServerStarted: { en: 'the server that was started to accept', 'pt-BR': 'que aceitasse o servidor que foi iniciado' },
  somebodyElse: { en: 'it has ended, and somebody else does', 'pt-BR': 'ele terminou, e outro processo aceita' },
  triedIt: { en: 'tried the clause', 'pt-BR': 'testou a cláusula' },
  anEnd: { en: 'an end', 'pt-BR': 'que terminasse' },
  noEndWithin: (ms: number): Words => ({ en: `none came within ${seconds(ms)}`, 'pt-BR': `não terminou em ${seconds(ms)}` }),
} as const;
