import { readdirSync, readFileSync } from 'node:fs';
import { broken } from './quirks.ts';

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly backlog: number;
  readonly framing: string;
  readonly work: string;
  readonly maxConnections: number;
  readonly maxMessageBytes: number;
  readonly idleTimeout: number | undefined;
  readonly drainTimeout: number | undefined;
  readonly drainDelay: number | undefined;
  readonly drain: string;
  readonly proxyProtocol: string;
  readonly logLevel: string;
  readonly logFormat: string;
  readonly lang: string;
  readonly workers: number;
  readonly hangTimeout: number | undefined;
  /** The reference's own: one connection at a time. */
  readonly serial: boolean;
}

const levels = ['debug', 'info', 'warn', 'error', 'silent'];
const number = (min: number, max: number) => (text: string) => {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
};
const oneOf = (...choices: string[]) => (text: string) => (choices.includes(text) ? text : undefined);
const text = (value: string): string => value;
const duration = (value: string): number | null | undefined => {
  if (value === 'off') return null;
  const [, digits, unit = 'ms'] = /^(\d+)(ms|s|m)?$/.exec(value) ?? [];
  return digits === undefined ? undefined : Number(digits) * ({ ms: 1, s: 1_000, m: 60_000 }[unit] ?? 1);
};

const flags = {
  host: { read: text, default: broken('listens-everywhere') ? '0.0.0.0' : '127.0.0.1' },
  port: { read: number(0, 65_535), default: '5000' },
  backlog: { read: number(1, 65_535), default: '511' },
  framing: { read: oneOf('chunk', 'line'), default: 'chunk' },
  work: { read: text, default: 'none' },
  maxConnections: { read: number(1, 1e7), default: undefined },
  maxMessageBytes: { read: number(1, 1e9), default: '65536' },
  idleTimeout: { read: duration, default: 'off' },
  drainTimeout: { read: duration, default: '10s' },
  drainDelay: { read: duration, default: 'off' },
  drain: { read: oneOf('end', 'finish'), default: 'end' },
  proxyProtocol: { read: oneOf('on', 'off'), default: 'off' },
  logLevel: { read: oneOf(...levels), default: 'info' },
  logFormat: { read: oneOf('pretty', 'json'), default: 'pretty' },
  lang: { read: oneOf('en', 'pt-BR'), default: 'en' },
  workers: { read: number(0, 64), default: '0' },
  hangTimeout: { read: duration, default: '30s' },
  serves: { read: oneOf('serial', 'overlapping'), default: 'overlapping' },
  broken: { read: text, default: '' },
} as const;

/** @throws UsageError that names what is wrong, DescriptorsError */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const key = (args[index] ?? '').slice(2).replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    if (!(key in flags) && !broken('takes-any-flag')) throw new UsageError(`unknown flag ${args[index] ?? ''}`);
    given.set(key, args[index + 1] ?? '');
  }
  const values: Record<string, unknown> = {};
  for (const [key, { read, default: fallback }] of Object.entries(flags)) {
    const name = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const variable = `ECHO_${name.toUpperCase().replaceAll('-', '_')}`;
    const fromEnv = broken('ignores-environment') ? undefined : env[variable];
    const value = given.get(key) ?? fromEnv ?? fallback;
    if (value === undefined) continue;
    const meaning = read(value) ?? undefined;
    const off = meaning === undefined && value === 'off';
    if (meaning === undefined && !off && !broken('takes-any-value')) {
      throw new UsageError(`bad value of ${given.has(key) ? `--${name}` : variable}: ${value}`);
    }
    values[key] = meaning;
  }
  const fit = connectionsThatFit();
  if (Number(values['maxConnections'] ?? 0) > fit && !broken('takes-any-limit')) {
    throw new DescriptorsError(`--max-connections needs more descriptors than there are: ${fit} fit`);
  }
  return {
    maxConnections: fit,
    ...values,
    ...(broken('ignores-limit-flag') ? { maxMessageBytes: 65_536 } : {}),
    ...(broken('ignores-host') ? { host: '127.0.0.1' } : {}),
    serial: (values['serves'] === 'serial' && !broken('serves-at-once')) || broken('serves-one-at-a-time'),
  } as Settings;
}

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export class DescriptorsError extends Error {
  override readonly name = 'DescriptorsError';
}

function connectionsThatFit(): number {
  if (broken('no-descriptor-reserve')) return Infinity;
  const [, limit = '1024'] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  return Number(limit) - readdirSync('/proc/self/fd').length - 32;
}
