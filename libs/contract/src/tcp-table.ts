import { closeSync, openSync, readSync } from 'node:fs';
import { textOfFile } from './text-of-file.ts';

/** A timer of the connection that is neither for retransmission nor for TIME_WAIT: keep-alive (proc(5), net/tcp, tr). */
const keepAliveTimer = '02';

/** Whether the server's side of a loopback connection runs a keep-alive timer; undefined where that cannot be seen. */
export function keepAliveIsOn(serverPort: number, clientPort: number): boolean | undefined {
  const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');
  const [line] = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => textOfFile(file).split('\n'))
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, remote]) => local?.endsWith(`:${hex(serverPort)}`) === true && remote?.endsWith(`:${hex(clientPort)}`) === true);
  return line?.[5]?.startsWith(`${keepAliveTimer}:`);
}

const listening = '0A';
/** 0.0.0.0 and 127.0.0.1, as they stand there and, as IPv6, in the other table. */
const reachable = ['00000000', '0100007F', '0'.repeat(32), '0000000000000000FFFF00000100007F', '0000000000000000FFFF000000000000'];

/**
 * Whether somebody listens on this port of 127.0.0.1, without the connection that asking would be; undefined where that
 * cannot be seen (proc(5), net/tcp, st).
 */
export function isListenedOn(port: number): boolean | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const meant = reachable.map((address) => `${address}:${hex}`);
  try {
    for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
      for (const local of listeners(file)) if (meant.includes(local)) return true;
    }
    return false;
  } catch {
    return undefined;
  }
}

/**
 * What a table has as listened on, which comes first in it. Reads are as short as a row: the kernel writes no more than is
 * asked for, and all connections of a machine take it milliseconds.
 */
function* listeners(file: string): Generator<string, undefined> {
  const table = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(150);
    let text = '';
    for (let length = readSync(table, piece); length > 0; length = readSync(table, piece)) {
      const rows = `${text}${piece.toString('latin1', 0, length)}`.split('\n');
      text = rows.pop() ?? '';
      for (const row of rows) {
        const [, local = '', , state] = row.trim().split(/\s+/);
        if (state === listening) yield local;
        else if (local.includes(':')) return;
      }
    }
  } finally {
    closeSync(table);
  }
}
