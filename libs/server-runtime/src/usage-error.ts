/** The flags were wrong. `message` is one sentence that says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}

/** `--help` was asked for; `text` is it. */
export class HelpRequested extends Error {
  override readonly name = 'HelpRequested';
  readonly code = 'HELP';
  readonly text: string;

  constructor(text: string) {
    super('help was requested');
    this.text = text;
  }
}
