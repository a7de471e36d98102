import { readFileSync } from 'node:fs';

/** A timer of the connection that is neither for retransmission nor for TIME_WAIT: keep-alive (proc(5), net/tcp, tr). */
const keepAliveTimer = '02';

/** Whether the server's side of a loopback connection runs a keep-alive timer; undefined where that cannot be seen. */
export function keepAliveIsOn(serverPort: number, clientPort: number): boolean | undefined {
  const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');
  const [line] = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => read(file).split('\n'))
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, remote]) => local?.endsWith(`:${hex(serverPort)}`) === true && remote?.endsWith(`:${hex(clientPort)}`) === true);
  return line?.[5]?.startsWith(`${keepAliveTimer}:`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
