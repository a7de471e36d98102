import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** The header in which a page shows that it is ours: no page of another origin can read the token, nor send such a header unasked. */
export const tokenHeader = 'x-echo-live';

/** Another one for each start. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Answers nobody but a page of ours. By `Host`, so that a name that is pointed at this machine gets nothing (DNS rebinding); by
 * `Origin`, where a browser says one; and what changes something by the token.
 *
 * @param port where it listens
 */
export function guard(port: () => number, token: string): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`);
    if (!hosts.includes(context.req.header('host') ?? '')) return context.text('This host is not served here.\n', 403);
    const origin = context.req.header('origin');
    if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return context.text('This origin is not served here.\n', 403);
    // A picture or a frame of another origin asks without saying whose it is (Fetch Metadata).
    const site = context.req.header('sec-fetch-site') ?? 'none';
    if (site !== 'none' && site !== 'same-origin') return context.text('This origin is not served here.\n', 403);
    const { method } = context.req;
    // HEAD would be answered as GET is, and a stream of events would be begun that nobody can end.
    if (method !== 'GET' && method !== 'POST') return context.text('There is nothing but GET and POST.\n', 405);
    if (method === 'POST' && !same(context.req.header(tokenHeader) ?? '', token)) return context.text('The token is missing or wrong; load the page again.\n', 403);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('X-Frame-Options', 'DENY');
    context.header('Cache-Control', 'no-store');
    await next();
    return undefined;
  };
}

function same(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
