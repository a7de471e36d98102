import { connect as open, type Socket } from 'node:net';
import { ClientError, type Failure } from './failure.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/**
 * Opens a connection.
 *
 * @param timeout in ms; undefined waits as long as the kernel does
 * @throws ClientError
 */
export function connect(target: Target, timeout: number | undefined): Promise<Socket> {
  const { host, port } = target;
  return new Promise((resolve, reject) => {
    // Half-open, because the server's FIN is no reason to drop what we still have to read.
    const socket = open({ host, port, noDelay: true, allowHalfOpen: true });
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            socket.destroy();
            reject(new ClientError({ code: 'connect-timeout', host, port, after: timeout }));
          }, timeout);
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(new ClientError(failureOf(error, target), { cause: error }));
    };
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

function failureOf(error: NodeJS.ErrnoException, { host, port }: Target): Failure {
  switch (error.code) {
    case 'ECONNREFUSED':
      return { code: 'refused', host, port };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'ETIMEDOUT':
      return { code: 'unreachable', host, port };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: 'host-not-found', host };
    default:
      return { code: 'connect-failed', host, port, reason: error.code ?? error.message };
  }
}
