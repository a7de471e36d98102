import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { broken } from './quirks.ts';
import type { Settings } from './settings.ts';

const levels = ['debug', 'info', 'warn', 'error', 'silent'];

/** A log that never waits and never fails: what cannot be written at once is dropped. */
export class Log {
  readonly #level: number;
  readonly #json: boolean;
  readonly #write: (line: string) => void;

  constructor({ logLevel, logFormat }: Settings) {
    this.#level = levels.indexOf(logLevel);
    this.#json = logFormat === 'json';
    this.#write = broken('writes-log-at-any-cost') ? (line) => writeSync(1, line) : writer();
  }

  ready(name: string, host: string, port: number): void {
    const shown = host.includes(':') ? `[${host}]` : host;
    const json = this.#json && !broken('no-json');
    this.#write(json ? `${JSON.stringify({ event: 'listening', name, host, port })}\n` : `${name} listening on ${shown}:${port}\n`);
    if (broken('says-more')) this.#write('Welcome!\n');
  }

  event(level: string, event: string, fields: Readonly<Record<string, unknown>> = {}): void {
    const loud = broken('warns-of-all') ? 'warn' : level;
    if (levels.indexOf(loud) < this.#level && !broken('logs-when-silent')) return;
    const raw = JSON.stringify({ event, ...fields });
    const safe = raw.replaceAll(/[\x7f-\x9f\u2028\u2029\u202a-\u202e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
    this.#write(broken('raw-log') ? `${event} ${Object.values(fields).join(' ')}\n` : `${safe}\n`);
    if (broken('stack-in-log') && event === 'reset') writeSync(2, `${String(new Error('reset').stack)}\n`);
  }
}

/** Through libuv, so that a full pipe makes nobody wait; a file is written at once. */
function writer(): (line: string) => void {
  let socket: Socket;
  try {
    socket = new Socket({ fd: 1, readable: false, writable: true });
  } catch {
    return (line) => {
      try {
        writeSync(1, line);
      } catch {
        // The disk is full.
      }
    };
  }
  socket.on('error', () => undefined);
  return (line) => {
    if (socket.writableLength < 65_536) socket.write(line);
  };
}
