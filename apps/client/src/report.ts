import { formatDuration, inWords } from '#command-line';
import type { Catalogue } from './catalogue.ts';
import type { Failure } from './failure.ts';
import type { ClientOptions } from './options.ts';
import type { Timings } from './timings.ts';

/** The times of a run as aligned lines, for a person. */
export function describeTimings(timings: Timings, { times, locale }: Catalogue): string {
  const duration = (ms: number): string => formatDuration(ms).replace('.', locale === 'pt-BR' ? ',' : '.');
  const rows: [string, string][] = [];
  if (timings.connect !== undefined) rows.push([times.connect, duration(timings.connect)]);
  if (timings.replies === 1) rows.push([times.firstByte, duration(timings.firstByte.mean)]);
  if (timings.replies > 1) {
    for (const kind of ['firstByte', 'whole'] as const) {
      rows.push([times[kind], times.spread(duration(timings[kind].mean), duration(timings[kind].max))]);
    }
  }
  const messages = timings.replies > 1 ? `  (${times.messages(timings.replies)})` : '';
  const pieces = timings.pieces > 1 ? `  (${times.pieces(timings.pieces)})` : '';
  rows.push([times.total, `${duration(timings.total)}${messages}${pieces}`]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

/** The same for a program: one object, whose keys a later version of the schema only adds to. Times are ms. */
export function jsonReport(
  options: ClientOptions,
  timings: Timings,
  failure: Failure | undefined,
  catalogue: Catalogue,
): string {
  const replies = timings.kept.map(({ message, firstByte, whole, pieces }) => ({
    reply: `Echo: ${Buffer.from(message).toString()}`,
    firstByteMs: round(firstByte),
    totalMs: round(whole),
    pieces,
  }));
  return JSON.stringify({
    schema: 'echo-lab/client/1',
    ok: failure === undefined,
    host: options.host,
    port: options.port,
    framing: options.framing,
    connectMs: timings.connect === undefined ? null : round(timings.connect),
    totalMs: round(timings.total),
    messages: timings.replies,
    replies,
    repliesLeftOut: timings.replies - replies.length,
    error: failure === undefined ? null : { code: failure.code, message: inWords(catalogue.failure, failure) },
  });
}

/** Microseconds are as fine as a time on a loopback connection means anything. */
function round(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
