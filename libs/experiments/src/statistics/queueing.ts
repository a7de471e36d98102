/** A queue whose clients arrive at random and all take equally long to serve. */
export interface Queue {
  /** How long one service takes; the waits are in its unit. */
  readonly service: number;
  /** The share of the servers' time that the arrivals take, below 1. */
  readonly utilisation: number;
}

/**
 * M/D/1: the mean wait before service at one server, ρD / 2(1 − ρ). Pollaczek–Khinchine for a service that never varies
 * (L. Kleinrock, Queueing Systems, volume 1, 1975, section 5.6).
 */
export function waitAtOneServer({ service, utilisation }: Queue): number {
  return (utilisation * service) / (2 * (1 - utilisation));
}

/**
 * M/D/c: the mean wait before service in one line before `servers` servers. The approximation of G. P. Cosmetatos,
 * “Approximate Explicit Formulae for the Average Queueing Time in the Processes (M/D/r) and (D/M/r)”, INFOR 13 (1975), from the
 * wait at servers whose service is exponential. For utilisations of 0.5 to 0.8 it is within 1 % of A. K. Crommelin's exact
 * solution (1932) up to 8 servers, which a test shows, and within 3 % up to 32.
 */
export function waitInOneLine({ service, utilisation }: Queue, servers: number): number {
  const correction = ((1 - utilisation) * (servers - 1) * (Math.sqrt(4 + 5 * servers) - 2)) / (16 * utilisation * servers);
  const exponential = (chanceOfWaiting(servers, utilisation) * service) / (servers * (1 - utilisation));
  return ((1 + correction) * exponential) / 2;
}

/**
 * M/M/c: the wait before service that 99 of 100 do not exceed (Kleinrock, section 3.5: the wait of those who wait at all is
 * exponential). Services that vary less, as of M/D/c, make them wait less: this is a bound from above.
 */
export function waitOfNearlyAll({ service, utilisation }: Queue, servers: number): number {
  const waiting = chanceOfWaiting(servers, utilisation);
  return waiting <= 0.01 ? 0 : (service / (servers * (1 - utilisation))) * Math.log(waiting / 0.01);
}

/** Erlang's C formula, from the recursion of his B formula (Kleinrock, section 3.5). */
function chanceOfWaiting(servers: number, utilisation: number): number {
  const load = servers * utilisation;
  let blocked = 1;
  for (let count = 1; count <= servers; count++) blocked = (load * blocked) / (count + load * blocked);
  return blocked / (1 - utilisation * (1 - blocked));
}
