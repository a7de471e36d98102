import { timeText } from '../lessons/lesson.ts';
import type { Ask, Entry } from './entry.ts';
import { type Client, placeOf, type Scene } from './scene.ts';
import { both, type Text } from './text.ts';

/** Something that happened, in plain words, to stand behind the time at which it did. */
export interface Happening {
  readonly at: number;
  readonly sentence: string;
}

/** Whether it is worth a sentence: what a look at one moment after another would stop at. */
export function isTold(entry: Entry): boolean {
  if (entry.kind === 'log') return logged(entry) !== undefined;
  if (entry.kind === 'closed') return entry.outcome !== 'left'; // That it leaves was told.
  return !['begun', 'usage', 'queue', 'connected'].includes(entry.kind);
}

/**
 * What happened, of that what has a sentence.
 *
 * @param scene in which it has happened
 */
export function happenings(entries: readonly Entry[], scene: Scene, language: keyof Text): readonly Happening[] {
  return entries.flatMap((entry) => {
    const sentence = sentenceOf(entry, scene)?.[language];
    return sentence === undefined ? [] : [{ at: entry.at, sentence }];
  });
}

/** The last of what happened, however much is behind it that nobody is told. */
export function lastHappenings(entries: readonly Entry[], most: number, scene: Scene, language: keyof Text): readonly Happening[] {
  return happenings(entries.filter(isTold).slice(-most), scene, language);
}

/** Undefined for what is not told, and of a client that nobody knows any more. */
export function sentenceOf(entry: Entry, scene: Scene): Text | undefined {
  switch (entry.kind) {
    case 'begun':
    case 'usage':
    case 'queue':
      return undefined;
    case 'done':
      return both('the lesson is over', 'a lição terminou');
    case 'failed':
      return entry.reason;
    case 'starting':
      return both(`${entry.server} is starting`, `${entry.server} está iniciando`);
    case 'listening':
      return both(`${entry.server} listens (pid ${entry.pid})`, `${entry.server} está escutando (pid ${entry.pid})`);
    case 'draining':
      return both(`${entry.server} is told to end: it drains`, `${entry.server} recebe ordem de terminar: ele drena`);
    case 'down':
      return both(`${entry.server} ended (${exit(entry.how, 'exit code')})`, `${entry.server} terminou (${exit(entry.how, 'código de saída')})`);
    case 'gone':
      return both(`${entry.server} was taken off`, `${entry.server} foi retirado`);
    case 'worker-started':
      return both(`${entry.server}: worker ${entry.worker} starts`, `${entry.server}: o worker ${entry.worker} inicia`);
    case 'worker-ended':
      return both(
        `${entry.server}: worker ${entry.worker} ended (${exit(entry.reason, 'exit code')})`,
        `${entry.server}: o worker ${entry.worker} terminou (${exit(entry.reason, 'código de saída')})`,
      );
    case 'worker-hung':
      return both(`${entry.server}: worker ${entry.worker} does not answer`, `${entry.server}: o worker ${entry.worker} não responde`);
    case 'dropped':
      return both(
        `${entry.server} dropped ${entry.lines} lines of its log: they are not in the picture`,
        `${entry.server} descartou ${entry.lines} linhas do log: elas faltam no desenho`,
      );
    default: {
      const client = scene.clients.get(entry.client);
      const does = client === undefined ? undefined : whatOf(entry, client, scene);
      if (client === undefined || does === undefined) return undefined;
      const { number, server, role } = client;
      return both(
        `client ${number}${role === 'heavy' ? ' (heavy)' : ''} of ${server} ${does.en}`,
        `o cliente ${number}${role === 'heavy' ? ' (pesado)' : ''} do ${server} ${does['pt-BR']}`,
      );
    }
  }
}

function whatOf(entry: Extract<Entry, { readonly client: number }>, client: Client, scene: Scene): Text | undefined {
  switch (entry.kind) {
    case 'connected':
      return undefined;
    case 'log':
      return logged(entry);
    case 'came':
      return both('connects', 'se conecta');
    case 'sent': {
      const part = JSON.stringify(entry.part);
      return entry.part === undefined ? asks[entry.ask] : both(`sends ${part}, a part of a message`, `envia ${part}, parte de uma mensagem`);
    }
    case 'got': {
      const text = entry.text === undefined ? '' : `, ${JSON.stringify(entry.text)},`;
      const took = entry.at - (client.exchanges.find(({ got }) => got === entry.at)?.sent ?? NaN);
      return both(`has its reply${text} after ${timeText(took, 'en')}`, `recebe a resposta${text} após ${timeText(took, 'pt-BR')}`);
    }
    case 'leaves':
      return both('leaves', 'sai');
    case 'closed': {
      const { outcome } = entry;
      if (outcome === 'left') return undefined; // That it leaves was told.
      if (placeOf(client, scene.servers.get(client.server)) === 'ended') return both('is ended by the server, in order', 'é encerrado pelo servidor, normalmente');
      return outcome === 'ended' ? both('is lost: its connection is gone', 'se perde: a conexão dele se foi') : both(`is lost: ${outcome}`, `se perde: ${outcome}`);
    }
  }
}

/** What its server says of a client. */
function logged({ event, worker, ahead, to }: Extract<Entry, { readonly kind: 'log' }>): Text | undefined {
  switch (event) {
    case 'waiting':
      return ahead === undefined
        ? both('waits for its turn', 'espera a vez')
        : both(`waits for its turn, ${ahead} ahead of it`, `espera a vez, ${ahead} à frente dele`);
    case 'handed-over':
      return to === undefined ? both('is handed over', 'é entregue') : both(`is handed over to worker ${to}`, `é entregue ao worker ${to}`);
    case 'not-handed-over':
      return both('could not be handed over', 'não pôde ser entregue');
    case 'serving':
      return worker === undefined ? both('is served', 'passa a ser atendido') : both(`is served by worker ${worker}`, `passa a ser atendido pelo worker ${worker}`);
    case 'timed-out':
      return both('was silent for too long', 'ficou tempo demais em silêncio');
    case 'rejected':
      return both('sent what the server rejects', 'enviou algo que o servidor rejeita');
    case 'refused':
      return both('is refused: the server is full', 'é recusado: o servidor está cheio');
    case 'work-failed':
      return both('has a message of which the work failed', 'tem uma mensagem cujo trabalho falhou');
    default:
      return undefined;
  }
}

const asks: Readonly<Record<Ask, Text>> = {
  none: both('sends a message', 'envia uma mensagem'),
  wait: both('sends a message that waits, as on a database', 'envia uma mensagem que espera, como por um banco de dados'),
  compute: both('sends a message that computes', 'envia uma mensagem que calcula'),
  throw: both('sends a message that throws an error', 'envia uma mensagem que lança um erro'),
  hang: both('sends a message that never ends', 'envia uma mensagem que nunca termina'),
  end: both('sends a message that ends whoever serves it', 'envia uma mensagem que encerra quem a atende'),
};

/** An exit code in words, and else what it is: a signal, or an error's message. */
function exit(how: string, code: string): string {
  return how.replace(/^(?:exit\()?(\d+)\)?$/, `${code} $1`);
}
