import { createRequire } from 'node:module';
import type { LineFormat } from './line-format.ts';

/** Of the libraries behind the formats only that of the chosen one is loaded: they are a third of what a start takes. */
const require = createRequire(import.meta.url);

/**
 * Lines for programs, one JSON object each: `level`, `time` (the wall clock, ISO 8601, UTC, to the ms), `ns`, `event`,
 * the fields of the event, `worker` in a worker, and `active` and `waiting`, the connections of whoever writes. Text
 * that came from outside is escaped as in the pretty format, so that a terminal may show it.
 *
 * `ns` is the monotonic clock of the machine in nanoseconds: its origin means nothing, but the processes of one machine
 * share it (CLOCK_MONOTONIC, clock_gettime(2)). It is exact for the first 104 days after a boot (2⁵³ ns).
 */
export function jsonLines({ worker }: { readonly worker: number | undefined }): LineFormat {
  const { pino } = require('pino') as typeof import('pino');
  let line = '';
  const logger = pino(
    {
      level: 'debug',
      base: worker === undefined ? null : { worker },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date().toISOString()}","ns":${Number(process.hrtime.bigint())}`,
    },
    { write: (text) => (line = text) },
  );
  return (event, counts, level) => {
    logger[level]({ ...event, ...counts });
    return line;
  };
}
