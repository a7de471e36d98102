import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What is found at a path. */
export type Page = () => Answer | Promise<Answer>;

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of plain text, unless given. */
  readonly type?: string;
}

/** Bytes of a request's line and headers together. */
const mostHeaderBytes = 8_192;

/** What a client may take to send a request, ms, and to take the answer. */
const patienceMs = 5_000;

const methods = ['GET', 'HEAD'];

/**
 * An HTTP listener, not bound yet, for few and short requests: none but GET and HEAD, none with a body, one at a time. It
 * lets go of everybody who is slow, and of who does not await an answer: what one read can ask for came to 24 MB of answers.
 *
 * @param pages by their path
 * @param mostConnections beyond which a client is closed at once
 */
export function adminListener(pages: ReadonlyMap<string, Page>, mostConnections: number): Server {
  const listener = createServer(
    {
      maxHeaderSize: mostHeaderBytes,
      headersTimeout: patienceMs,
      requestTimeout: patienceMs,
      keepAliveTimeout: patienceMs,
      connectionsCheckingInterval: patienceMs / 5,
    },
    (request, response) => void answer(pages, request, response),
  );
  listener.maxConnections = mostConnections;
  return listener;
}

async function answer(pages: ReadonlyMap<string, Page>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (response.socket === null) return void request.socket.destroy(); // It has to wait for an answer before it.
  const late = setTimeout(() => response.destroy(), patienceMs);
  response.once('close', () => {
    clearTimeout(late);
  });
  const { status, text, type = 'text/plain; charset=utf-8' } = await answerTo(pages, request);
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(status === 405 && { allow: methods.join(', ') }),
    ...(hasBody(request) && { connection: 'close' }), // Nobody reads it.
  });
  response.end(text);
}

async function answerTo(pages: ReadonlyMap<string, Page>, request: IncomingMessage): Promise<Answer> {
  const page = pages.get(request.url?.split('?', 1)[0] ?? '');
  if (page === undefined) return { status: 404, text: `There is ${[...pages.keys()].join(', ')}.\n` };
  if (!methods.includes(request.method ?? '')) return { status: 405, text: `Only ${methods.join(' and ')}.\n` };
  if (hasBody(request)) return { status: 413, text: 'No body, please.\n' };
  return page();
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
