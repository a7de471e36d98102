/** Everything that can go wrong between the client and a server, as values; the catalogues put it into words. */
export type Failure =
  | { readonly code: 'refused' | 'unreachable'; readonly host: string; readonly port: number }
  | { readonly code: 'host-not-found'; readonly host: string }
  | { readonly code: 'connect-failed'; readonly host: string; readonly port: number; readonly reason: string }
  /** Milliseconds. */
  | { readonly code: 'connect-timeout'; readonly host: string; readonly port: number; readonly after: number }
  | { readonly code: 'reply-timeout'; readonly after: number; readonly received: number }
  /** The server's FIN (`reset`: its RST) while a reply was due; `received` bytes of that reply had come. */
  | { readonly code: 'cut-off'; readonly reset: boolean; readonly received: number; readonly expected: number }
  /** The server's FIN or RST while no reply was due. */
  | { readonly code: 'closed'; readonly reset: boolean }
  /** What came instead of the reply; both are its first bytes. */
  | { readonly code: 'wrong-reply'; readonly expected: Buffer; readonly got: Buffer }
  /** The server's `Error: …` line, without its LF. */
  | { readonly code: 'server-error'; readonly line: Buffer }
  | { readonly code: 'line-too-long'; readonly limit: number }
  /** A message of the input, which was not sent. */
  | { readonly code: 'not-utf8'; readonly message: Uint8Array };

/** Thrown where a session cannot go on. */
export class ClientError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.code, options);
    this.name = 'ClientError';
    this.failure = failure;
  }
}
