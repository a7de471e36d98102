import type { Figures } from '#admin';

/** What a parent tells its worker. A model may have words of its own beside these. */
export type ToWorker =
  /** Every worker is ready: serve. */
  | { readonly say: 'serve' }
  | { readonly say: 'drain' }
  | { readonly say: 'ping' }
  /** Tell what you have counted. */
  | { readonly say: 'measure' };

/** What a worker tells its parent. */
export type FromWorker =
  /** Bound and loaded, waiting for `serve`. */
  | { readonly say: 'ready' }
  | { readonly say: 'pong' }
  | { readonly say: 'measured'; readonly figures: Figures }
  /** It cannot start, and another in its place could not either; `message` is for the person who started the server. */
  | { readonly say: 'failed'; readonly code: string; readonly message: string }
  /** It did as it was told, or as a signal told it, and ends. */
  | { readonly say: 'drained'; readonly destroyed: number; readonly cause: string };

/** With it, a primary that accepts hands a connection over. */
export interface Take {
  readonly say: 'take';
}

/** The connection that was handed over is ours; or we drain, and take neither those on their way nor any more. */
export type Taken = { readonly say: 'taken' } | { readonly say: 'leaving' };
