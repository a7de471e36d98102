import type { MiddlewareHandler } from 'hono';

/**
 * Answers nobody but a page of ours. By `Host`, so that a name that is pointed at this machine gets nothing (DNS rebinding), and
 * by `Origin`, where a browser says one. What changes something asks for the token besides.
 *
 * @param port where it listens
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`);
    if (!hosts.includes(context.req.header('host') ?? '')) return context.text('This host is not served here.\n', 403);
    const origin = context.req.header('origin');
    // A picture or a frame of another origin asks without saying whose it is (Fetch Metadata).
    const site = context.req.header('sec-fetch-site') ?? 'none';
    const own = (origin === undefined || hosts.some((host) => origin === `http://${host}`)) && (site === 'none' || site === 'same-origin');
    if (!own) return context.text('This origin is not served here.\n', 403);
    // HEAD would be answered as GET is, and a stream of events would be begun that nobody can end.
    if (!['GET', 'POST'].includes(context.req.method)) return context.text('There is nothing but GET and POST.\n', 405);
    context.header('Cache-Control', 'no-store');
    await next();
    return undefined;
  };
}
