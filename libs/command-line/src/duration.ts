const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** The longest delay that a timer of Node's takes, in ms; a longer one would fire at once. */
const longestMs = 2 ** 31 - 1;

/**
 * Reads a duration: a number with a unit (`250ms`, `1.5s`, `1m`, `2h`); a bare number is milliseconds.
 *
 * @returns milliseconds, or undefined where the text is no duration or longer than a timer can hold (24.8 days)
 */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text.trim()) ?? [];
  const ms = Number(digits) * (unitMs[unit] ?? NaN);
  return ms <= longestMs ? ms : undefined;
}

/** Writes milliseconds as a person would: `250 ms`, `1.5 s`, `2 min`. */
export function formatDuration(ms: number): string {
  if (ms < 1) return `${Number(ms.toPrecision(2))} ms`;
  if (ms < 1_000) return `${Number(ms.toPrecision(3))} ms`;
  if (ms < 60_000) return `${Number((ms / 1_000).toPrecision(3))} s`;
  return `${Number((ms / 60_000).toPrecision(3))} min`;
}
