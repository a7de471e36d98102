import { readIfThere } from './read-if-there.ts';

/**
 * How many connections wait in the kernel to be accepted, by the port on which IPv4 is listened to (of a listener, rx_queue
 * of net/tcp is that: tcp_diag.c); undefined where there is no such table.
 *
 * @param ports those of which it is asked
 */
export function acceptQueues(ports: readonly number[]): ReadonlyMap<number, number> | undefined {
  const table = readIfThere('/proc/net/tcp');
  if (table === undefined) return undefined;
  const lengths = new Map(ports.map((port) => [port, 0]));
  // The state 0A is LISTEN (include/net/tcp_states.h).
  for (const [, port = '', queue = ''] of table.matchAll(/: [0-9A-F]{8}:([0-9A-F]{4}) 0{8}:0{4} 0A [0-9A-F]{8}:([0-9A-F]{8}) /g)) {
    const number = parseInt(port, 16);
    const before = lengths.get(number);
    if (before !== undefined) lengths.set(number, before + parseInt(queue, 16));
  }
  return lengths;
}
