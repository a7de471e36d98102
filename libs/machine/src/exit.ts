/** How a process came to its end: with a code, by a signal, or not at all, because it could not be started. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly notStarted?: Error;
}
