import type { ServerOptions } from '../options.ts';

/** What a server has that was started without flags, but for what is given. */
export function optionsOf(given: Partial<ServerOptions> = {}): ServerOptions {
  return {
    host: '127.0.0.1',
    port: 0,
    backlog: 511,
    framing: 'line',
    work: { kind: 'none' },
    read: undefined,
    proxyProtocol: false,
    maxConnections: 100,
    maxMessageBytes: 65_536,
    idleTimeout: undefined,
    drainTimeout: 10_000,
    drainDelay: undefined,
    drain: 'end',
    admin: undefined,
    logLevel: 'info',
    logFormat: 'json',
    lang: 'en',
    ...given,
  };
}
