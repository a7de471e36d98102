import { formatDuration } from '#command-line';
import { addressText } from './address-text.ts';
import type { Counts } from './log.ts';
import type { Sentences } from './sentence.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const now = ({ active, waiting }: Counts): string => `(${active} active, ${waiting} waiting)`;

const headerFaults: Readonly<Record<string, string>> = {
  false: 'what came first is no header of the PROXY protocol',
  oversized: 'its PROXY header is longer than is allowed',
  cut: 'it ended before its PROXY header did',
  slow: 'its PROXY header was not there in time',
};

const sentences: Sentences = {
  'admin-listening': ({ host, port }) => `answers health checks and tells metrics on ${addressText(host, port)}`,
  accepted: () => 'connected',
  waiting: ({ ahead }, counts) => `waiting for its turn, ${ahead} ahead of it ${now(counts)}`,
  'handed-over': ({ to }) => `handed over to worker ${to}`,
  'not-handed-over': ({ code }, counts) => `closed, because it could not be handed over: ${code} ${now(counts)}`,
  serving: ({ waited }, counts) =>
    `being served${waited < 1 ? '' : `, after waiting ${formatDuration(waited)}`} ${now(counts)}`,
  proxied: ({ via }, counts) => `comes by way of ${via} ${now(counts)}`,
  'bad-header': ({ fault }, counts) => `closed, because ${headerFaults[fault] ?? fault} ${now(counts)}`,
  received: ({ message }) => `received: ${message}`,
  replied: ({ messages, bytes }) => `replied to ${count(messages, 'message')} with ${count(bytes, 'byte')}`,
  ended: ({ messages, bytes, lasted }, counts) =>
    `connection ended after ${formatDuration(lasted)}: ` +
    `${count(messages, 'message')}, ${count(bytes, 'byte')} ${now(counts)}`,
  reset: ({ code }, counts) => `reset the connection: ${code} ${now(counts)}`,
  'timed-out': ({ after }, counts) =>
    `closed, because no message was completed for ${formatDuration(after)} ${now(counts)}`,
  rejected: ({ reply }) => `rejected with: ${reply}`,
  'work-failed': ({ error }) => `the work on its message failed: ${error}`,
  refused: ({ limit, refused }) =>
    `refused, because ${count(limit, 'connection is', 'connections are')} open, which is the limit; ` +
    `${count(refused, 'refusal')} so far`,
  'accept-failed': ({ code, failed }) =>
    `a client could not be accepted: ${code}; ${count(failed, 'failure')} so far`,
  'worker-started': ({ pid }) => (pid === undefined ? 'started' : `started as process ${pid}`),
  'worker-not-started': ({ reason }) => `could not be started: ${reason}`,
  'worker-ended': ({ reason }) => `ended: ${reason}`,
  'worker-hung': ({ after }) => `has not answered for ${formatDuration(after)} and is taken for hung`,
  'worker-replaced': ({ delay }) => (delay < 1 ? 'being replaced now' : `being replaced in ${formatDuration(delay)}`),
  'stop-asked': ({ cause, delay }, counts) => `asked to stop by ${cause}; goes on for ${formatDuration(delay)} first ${now(counts)}`,
  draining: ({ cause }, counts) => `stopping, because of ${cause} ${now(counts)}`,
  stopped: ({ destroyed }) =>
    destroyed === 0 ? 'stopped' : `stopped; ${count(destroyed, 'connection was', 'connections were')} cut off`,
  dropped: ({ lines }) => `${count(lines, 'log line')} could not be written and ${lines === 1 ? 'is' : 'are'} lost`,
};

/** The language of the log. */
export const english = {
  subject: {
    server: 'server',
    worker: (id: number): string => `worker ${id}`,
    connection: (id: number, peer: string): string => `client ${id} (${peer})`,
  },
  sentences,
};
