/** Where a session reads and writes, as `process` has them. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream;
  /** For Ctrl-C, which a terminal under readline delivers as a key. */
  readonly interrupt: () => void;
}
