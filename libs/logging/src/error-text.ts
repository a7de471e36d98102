/**
 * Says what was thrown, in a line: `TypeError: x is not a function`. Whatever was thrown: an error of somebody's own
 * whose `toString` throws must not become ours.
 */
export function errorText(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return `a thrown ${typeof thrown} that cannot be shown`;
  }
}
