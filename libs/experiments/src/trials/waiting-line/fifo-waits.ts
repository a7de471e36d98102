/**
 * How long each of these very arrivals waits in one line before `servers` servers, first come first served, where each
 * service takes equally long (D. V. Lindley's recursion, 1952, for one server; J. Kiefer and J. Wolfowitz's, 1955, for
 * several). What a short run happens to draw is in it, so that a server can be held against it.
 *
 * @param arrivals moments, in any order, in the unit of `service`
 */
export function fifoWaits(arrivals: readonly number[], service: number, servers = 1): readonly number[] {
  const freeAt = new Array<number>(servers).fill(-Infinity);
  return arrivals.toSorted((a, b) => a - b).map((arrival) => {
    const first = freeAt.indexOf(Math.min(...freeAt));
    const begins = Math.max(arrival, freeAt[first] ?? arrival);
    freeAt[first] = begins + service;
    return begins - arrival;
  });
}
