/** How to start a server that is to be measured. */
export interface ServerSpec {
  readonly name: string;
  /** A program and its arguments, or a line for the shell. `{port}` in it stands for a free port. */
  readonly command: readonly [string, ...string[]] | string;
  /** Where it is started; by default where this process is. */
  readonly cwd?: string;
  /** What its environment has beside this process's. */
  readonly env?: Readonly<Record<string, string>>;
  /** How it shows that it listens: by its line on stdout, which has the address, or by accepting on `{port}`. */
  readonly ready: 'line' | 'accepts';
  /** Whether it serves connections side by side. One that doesn't is measured with one connection. */
  readonly overlapping: boolean;
}
