/**
 * Makes something anew only where what was made before is older than `ms`; all who ask meanwhile get the same, also while
 * it is being made.
 */
export function keptFor<T>(ms: number, make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  let goodUntil = 0;
  return () => {
    if (kept !== undefined && performance.now() < goodUntil) return kept;
    goodUntil = Infinity;
    kept = make().finally(() => {
      goodUntil = performance.now() + ms;
    });
    return kept;
  };
}
