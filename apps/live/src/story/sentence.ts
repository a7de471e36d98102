import { timeText } from '../lessons/lesson.ts';
import type { Ask, ConnectionEvent, Entry } from './entry.ts';
import { placeOf, type Scene } from './scene.ts';
import { both, filled, type Text } from './text.ts';

/** Something that happened, in plain words, to stand behind the time at which it did. */
export interface Happening {
  readonly at: number;
  readonly sentence: string;
}

/** Whether it is worth a sentence: what a look at one moment after another would stop at. */
export function isTold(entry: Entry): boolean {
  return templateOf(entry) !== undefined;
}

/**
 * What happened, of that what has a sentence.
 *
 * @param scene in which it has happened
 * @param most the last of them, however much is behind them that nobody is told
 */
export function happenings(entries: readonly Entry[], scene: Scene, language: keyof Text, most = Infinity): readonly Happening[] {
  return entries.filter(isTold).slice(-most).flatMap((entry) => {
    const sentence = sentenceOf(entry, scene, language);
    return sentence === undefined ? [] : [{ at: entry.at, sentence }];
  });
}

/** Undefined for what is not told, and of a client that nobody knows any more. */
export function sentenceOf(entry: Entry, scene: Scene, language: keyof Text): string | undefined {
  const template = templateOf(entry, scene)?.[language];
  if (template === undefined || entry.kind === 'failed') return template;
  if (!('client' in entry)) {
    const how = entry.kind === 'worker-ended' ? entry.reason : entry.kind === 'down' ? entry.how : '';
    return filled(template, { ...entry, how: howText(how, language) });
  }
  const client = scene.clients.get(entry.client);
  if (client === undefined) return undefined;
  const { number, server, role = 'light', exchanges } = client;
  const took = timeText(entry.at - (exchanges.find(({ got }) => got === entry.at)?.sent ?? NaN), language);
  const bytes = JSON.stringify(entry.kind === 'got' ? entry.text : entry.kind === 'sent' ? entry.part : undefined);
  return filled(`${subjects[role][language]} ${template}`, { number, server, ...entry, took, bytes });
}

/** How a server or a worker ended, as it is known, with its exit code in words. */
export function howText(how: string, language: keyof Text): string {
  return how.replace(/^(?:exit\()?(\d+)\)?$/, `${exitCode[language]} $1`);
}

/** `{name}` stands for a value of the entry, and what stands in brackets is said where there is that value. */
function templateOf(entry: Entry, scene?: Scene): Text | undefined {
  switch (entry.kind) {
    case 'failed':
      return entry.reason;
    case 'log':
      return ofServers[entry.event];
    case 'sent':
      return entry.part === undefined ? asks[entry.ask] : part;
    case 'closed': {
      if (entry.outcome === 'left') return undefined; // That it leaves was told.
      const client = scene?.clients.get(entry.client);
      const place = client && placeOf(client, scene?.servers.get(client.server));
      return place === 'ended' ? inOrder : entry.outcome === 'ended' ? cutOff : failed;
    }
    default:
      return templates[entry.kind];
  }
}

const subjects = {
  light: both('client {number} of {server}', 'o cliente {number} do {server}'),
  heavy: both('client {number} (heavy) of {server}', 'o cliente {number} (pesado) do {server}'),
};

const templates: Readonly<Record<Exclude<Entry['kind'], 'failed' | 'log' | 'sent' | 'closed'>, Text | undefined>> = {
  begun: undefined,
  done: both('the lesson is over', 'a lição terminou'),
  starting: both('{server} is starting', '{server} está iniciando'),
  listening: both('{server} listens (pid {pid})', '{server} está escutando (pid {pid})'),
  draining: both('{server} is told to end: it drains', '{server} recebe ordem de terminar: ele drena'),
  down: both('{server} ended ({how})', '{server} terminou ({how})'),
  gone: both('{server} was taken off', '{server} foi retirado'),
  usage: undefined,
  queue: undefined,
  'worker-started': both('{server}: worker {worker} starts', '{server}: o worker {worker} inicia'),
  'worker-ended': both('{server}: worker {worker} ended ({how})', '{server}: o worker {worker} terminou ({how})'),
  'worker-hung': both('{server}: worker {worker} does not answer', '{server}: o worker {worker} não responde'),
  dropped: both(
    '{server} dropped {lines} lines of its log: they are not in the picture',
    '{server} descartou {lines} linhas do log: elas faltam no desenho',
  ),
  came: both('connects', 'se conecta'),
  connected: undefined,
  got: both('has its reply[, {bytes},] after {took}', 'recebe a resposta[, {bytes},] após {took}'),
  leaves: both('leaves', 'sai'),
};

/** What its server says of a client. */
const ofServers: Readonly<Partial<Record<ConnectionEvent, Text>>> = {
  waiting: both('waits for its turn[, {ahead} ahead of it]', 'espera a vez[, {ahead} à frente dele]'),
  'handed-over': both('is handed over[ to worker {to}]', 'é entregue[ ao worker {to}]'),
  'not-handed-over': both('could not be handed over', 'não pôde ser entregue'),
  serving: both('is served[ by worker {worker}]', 'passa a ser atendido[ pelo worker {worker}]'),
  'timed-out': both('was silent for too long', 'ficou tempo demais em silêncio'),
  rejected: both('sent what the server rejects', 'enviou algo que o servidor rejeita'),
  refused: both('is refused: the server is full', 'é recusado: o servidor está cheio'),
  'work-failed': both('has a message of which the work failed', 'tem uma mensagem cujo trabalho falhou'),
};

const asks: Readonly<Record<Ask, Text>> = {
  none: both('sends a message', 'envia uma mensagem'),
  wait: both('sends a message that waits, as on a database', 'envia uma mensagem que espera, como por um banco de dados'),
  compute: both('sends a message that computes', 'envia uma mensagem que calcula'),
  throw: both('sends a message that throws an error', 'envia uma mensagem que lança um erro'),
  hang: both('sends a message that never ends', 'envia uma mensagem que nunca termina'),
  end: both('sends a message that ends whoever serves it', 'envia uma mensagem que encerra quem a atende'),
};
const part = both('sends {bytes}, a part of a message', 'envia {bytes}, parte de uma mensagem');

const inOrder = both('is ended by the server, in order', 'é encerrado pelo servidor, normalmente');
const cutOff = both('is lost: its connection is gone', 'se perde: a conexão dele se foi');
const failed = both('is lost: {outcome}', 'se perde: {outcome}');

const exitCode = { en: 'exit code', 'pt-BR': 'código de saída' };
