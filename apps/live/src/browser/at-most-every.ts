/** Does something when it is asked to, but never twice within so many ms: whatever is asked for in between is done once, then. */
export function atMostEvery(ms: number, act: () => void): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      last = performance.now();
      act();
    }, Math.max(last + ms - performance.now(), 0));
  };
}
