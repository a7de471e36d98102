import { timeText } from '../lessons/lesson.ts';
import type { ConnectionEvent, Entry } from './entry.ts';
import { type Client, placeOf, type Scene } from './scene.ts';
import type { Text } from './text.ts';

/** What is told of a server. */
type OfServer = Exclude<Extract<Entry, { readonly server: string }>, { readonly kind: 'log' | 'came' | 'usage' | 'queue' }>;
type Log = Extract<Entry, { readonly kind: 'log' }>;
type OfKind<Kind> = Extract<Entry, { readonly kind: Kind }>;

type OfServerWords = { readonly [Kind in OfServer['kind']]: (entry: OfKind<Kind>) => string };
type LogWords = Partial<Readonly<Record<ConnectionEvent, (entry: Log) => string>>>;

const english = {
  ofServer: {
    starting: () => ' is starting',
    listening: ({ pid }) => ` listens (pid ${pid})`,
    draining: () => ' is told to end: it drains',
    down: ({ how }) => ` ended (${exit(how, 'exit code')})`,
    gone: () => ' was taken off',
    'worker-started': ({ worker }) => `: worker ${worker} starts`,
    'worker-ended': ({ worker, reason }) => `: worker ${worker} ended (${exit(reason, 'exit code')})`,
    'worker-hung': ({ worker }) => `: worker ${worker} does not answer`,
    dropped: ({ lines }) => ` dropped ${lines} lines of its log: they are not in the picture`,
  } satisfies OfServerWords as OfServerWords,
  client: (number: number, server: string, heavy: boolean) => `client ${number}${heavy ? ' (heavy)' : ''} of ${server} `,
  log: {
    waiting: ({ ahead }) => `waits for its turn${ahead === undefined ? '' : `, ${ahead} ahead of it`}`,
    'handed-over': ({ to }) => `is handed over${to === undefined ? '' : ` to worker ${to}`}`,
    'not-handed-over': () => 'could not be handed over',
    serving: ({ worker }) => `is served${worker === undefined ? '' : ` by worker ${worker}`}`,
    'timed-out': () => 'was silent for too long',
    rejected: () => 'sent what the server rejects',
    refused: () => 'is refused: the server is full',
    'work-failed': () => 'has a message of which the work failed',
  } satisfies LogWords as LogWords,
  came: 'connects',
  asks: {
    none: 'sends a message',
    wait: 'sends a message that waits, as on a database',
    compute: 'sends a message that computes',
    throw: 'sends a message that throws an error',
    hang: 'sends a message that never ends',
    end: 'sends a message that ends whoever serves it',
  },
  part: (part: string) => `sends ${part}, a part of a message`,
  reply: (after: string, text: string | undefined) => `has its reply${text === undefined ? '' : `, ${text},`} after ${after}`,
  leaves: 'leaves',
  ended: 'is ended by the server, in order',
  lost: (why: string) => `is lost: ${why === 'ended' ? 'its connection is gone' : why}`,
  done: 'the lesson is over',
};

const portuguese: typeof english = {
  ofServer: {
    starting: () => ' está iniciando',
    listening: ({ pid }) => ` está escutando (pid ${pid})`,
    draining: () => ' recebe ordem de terminar: ele drena',
    down: ({ how }) => ` terminou (${exit(how, 'código de saída')})`,
    gone: () => ' foi retirado',
    'worker-started': ({ worker }) => `: o worker ${worker} inicia`,
    'worker-ended': ({ worker, reason }) => `: o worker ${worker} terminou (${exit(reason, 'código de saída')})`,
    'worker-hung': ({ worker }) => `: o worker ${worker} não responde`,
    dropped: ({ lines }) => ` descartou ${lines} linhas do log: elas faltam no desenho`,
  },
  client: (number, server, heavy) => `o cliente ${number}${heavy ? ' (pesado)' : ''} do ${server} `,
  log: {
    waiting: ({ ahead }) => `espera a vez${ahead === undefined ? '' : `, ${ahead} à frente dele`}`,
    'handed-over': ({ to }) => `é entregue${to === undefined ? '' : ` ao worker ${to}`}`,
    'not-handed-over': () => 'não pôde ser entregue',
    serving: ({ worker }) => `passa a ser atendido${worker === undefined ? '' : ` pelo worker ${worker}`}`,
    'timed-out': () => 'ficou tempo demais em silêncio',
    rejected: () => 'enviou algo que o servidor rejeita',
    refused: () => 'é recusado: o servidor está cheio',
    'work-failed': () => 'tem uma mensagem cujo trabalho falhou',
  },
  came: 'se conecta',
  asks: {
    none: 'envia uma mensagem',
    wait: 'envia uma mensagem que espera, como por um banco de dados',
    compute: 'envia uma mensagem que calcula',
    throw: 'envia uma mensagem que lança um erro',
    hang: 'envia uma mensagem que nunca termina',
    end: 'envia uma mensagem que encerra quem a atende',
  },
  part: (part) => `envia ${part}, parte de uma mensagem`,
  reply: (after, text) => `recebe a resposta${text === undefined ? '' : `, ${text},`} após ${after}`,
  leaves: 'sai',
  ended: 'é encerrado pelo servidor, normalmente',
  lost: (why) => `se perde: ${why === 'ended' ? 'a conexão dele se foi' : why}`,
  done: 'a lição terminou',
};

const words = { en: english, 'pt-BR': portuguese };

/** What is worth a sentence: what a look at one moment after another would stop at. */
function isTold(entry: Entry): boolean {
  if (entry.kind === 'log') return entry.event in english.log;
  if (entry.kind === 'closed') return entry.outcome !== 'left'; // That it leaves was told.
  return !['begun', 'usage', 'queue', 'connected'].includes(entry.kind);
}

/** What happened, of that what has a sentence. */
export function happenings(entries: readonly Entry[]): readonly { readonly at: number; readonly entry: Entry }[] {
  return entries.filter(isTold).map((entry) => ({ at: entry.at, entry }));
}

/**
 * What happened, in plain words, to stand behind the time at which it did.
 *
 * @param scene in which it has happened
 * @returns undefined for what is not worth a sentence, and of a client that nobody knows any more
 */
export function sentenceOf(entry: Entry, scene: Scene, language: keyof Text): string | undefined {
  if (!isTold(entry)) return undefined;
  const { ofServer, client: who, done } = words[language];
  if (entry.kind === 'done') return done;
  if (entry.kind === 'failed') return entry.reason[language];
  // `never`: that a kind has the words of its own is beyond the types.
  if (!('client' in entry)) return `${(entry as OfServer).server}${ofServer[(entry as OfServer).kind](entry as never)}`;
  const client = scene.clients.get(entry.client);
  if (client === undefined) return undefined;
  return who(client.number, client.server, client.role === 'heavy') + whatOf(entry, client, scene, language);
}

function whatOf(entry: Extract<Entry, { readonly client: number }>, client: Client, scene: Scene, language: keyof Text): string {
  const { log, came, asks, part, reply, leaves, ended, lost } = words[language];
  switch (entry.kind) {
    case 'log':
      return log[entry.event]?.(entry) ?? '';
    case 'came':
      return came;
    case 'sent':
      return entry.part === undefined ? asks[entry.ask] : part(JSON.stringify(entry.part));
    case 'got': {
      const sent = client.exchanges.find(({ got }) => got === entry.at)?.sent ?? NaN;
      return reply(timeText(entry.at - sent, language), entry.text === undefined ? undefined : JSON.stringify(entry.text));
    }
    case 'leaves':
      return leaves;
    case 'closed':
      return placeOf(client, scene.servers.get(client.server)) === 'ended' ? ended : lost(entry.outcome);
    case 'connected':
      return '';
  }
}

/** An exit code in words, and else what it is: a signal, or an error's message. */
function exit(how: string, code: string): string {
  return how.replace(/^(?:exit\()?(\d+)\)?$/, `${code} $1`);
}
