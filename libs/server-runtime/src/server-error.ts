/**
 * The server cannot go on, through no bug of its own: a port in use, a work module that is not there. `message` is one
 * sentence for the person who started it, in that person's language; `code` is stable, for programs.
 */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The system's code of an error, `ECONNRESET`, or its name where it has none. */
export function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.name : String(error);
}
