import type { Target } from './connect.ts';

/** `HOST:PORT`, with brackets around an IPv6 address (RFC 3986, section 3.2.2). */
export function addressOf({ host, port }: Target): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The command that would start a server there; undefined where it is another machine's business. */
export function startCommand({ host, port }: Target): string | undefined {
  if (host !== 'localhost' && host !== '::1' && !host.startsWith('127.')) return undefined;
  const flags = [...(host.startsWith('127.') ? [] : ['--host', host]), ...(port === 5000 ? [] : ['--port', port])];
  return ['npx nx serve server-async', ...(flags.length > 0 ? ['--'] : []), ...flags].join(' ');
}
