/** How every command of the workspace ends. */
export const ExitCode = {
  /** Done; also a server, or the live page, that was stopped as asked. Whoever else is stopped ends with 128 and the signal's number. */
  done: 0,
  /** It failed; one line on stderr says why and what to do. */
  failed: 1,
  /** Called the wrong way: an unknown flag, a bad value. */
  usage: 2,
  /** It ran, and a `--threshold` did not hold. */
  threshold: 99,
} as const;
