import { readIfThere } from './read-if-there.ts';

/**
 * How many bytes a server on this machine was sent on a connection and has not read yet, by the kernel's table of IPv4
 * connections (proc(5), net/tcp, rx_queue); undefined where there is no such table, or no such connection any more.
 */
export function unreadBytes(serverPort: number, clientPort: number): number | undefined {
  const ends = ` [0-9A-F]{8}:${hex(serverPort)} [0-9A-F]{8}:${hex(clientPort)} `;
  const [, queue] = new RegExp(`${ends}[0-9A-F]{2} [0-9A-F]{8}:([0-9A-F]{8}) `).exec(readIfThere('/proc/net/tcp') ?? '') ?? [];
  return queue === undefined ? undefined : parseInt(queue, 16);
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}
