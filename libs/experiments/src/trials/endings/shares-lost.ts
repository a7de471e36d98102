import type { Crash, CrashClient } from './crash-under-load.ts';

/** Those whose connection ended with the worker, or with the server. */
export function lostClients({ clients }: Crash): readonly CrashClient[] {
  return clients.filter(({ lostAt }) => lostAt !== undefined);
}

/**
 * Which shares of the clients the end of a worker costs, worker by worker, 0 to 1: those that it holds. The end of one was
 * tried; where it cost more or fewer than that one held, what it cost is all that is known.
 */
export function sharesLost(crash: Crash): readonly number[] {
  const { length } = lostClients(crash);
  const { workers, victim, clients } = crash;
  const foretold = workers.find(({ id }) => id === victim?.id)?.held === length;
  return (foretold ? workers.map(({ held }) => held) : [length]).map((count) => count / clients.length);
}
