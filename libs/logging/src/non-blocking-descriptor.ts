import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty } from 'node:tty';

/** A file descriptor that takes what it can at once. */
export interface NonBlockingDescriptor {
  /** Whether a person reads it. */
  readonly terminal: boolean;
  /**
   * @returns how many bytes were taken, which may be fewer than were given
   * @throws what write(2) says: EAGAIN where it would have to wait, ENOSPC, EPIPE, EIO …
   */
  write(bytes: Uint8Array): number;
}

/**
 * Makes a descriptor of this process one on which a write never waits. O_NONBLOCK belongs to the open file and not to
 * the descriptor (fcntl(2)), so how it is done depends on what is behind it:
 *
 * - pipe, terminal, file: opened once more through /proc, so that nobody who shares the old one notices. O_APPEND,
 *   because several processes and threads write to the same file, each through its own open one.
 * - socket (what Node's `spawn` calls a pipe), or where /proc does not help: the flag is set on the shared one, by the
 *   only means that Node has, a libuv handle. Node puts the flags back when it exits.
 * - neither worked: plain writes, which wait.
 */
export function nonBlockingDescriptor(fd: number): NonBlockingDescriptor {
  const terminal = isatty(fd);
  const own = reopen(fd);
  if (own !== undefined) return { terminal, write: (bytes) => writeSync(own, bytes) };
  const stayNonBlocking = setNonBlocking(fd);
  return {
    terminal,
    write: (bytes) => {
      stayNonBlocking();
      return writeSync(fd, bytes);
    },
  };
}

function reopen(fd: number): number | undefined {
  const { O_APPEND, O_NOCTTY, O_NONBLOCK, O_WRONLY } = constants;
  try {
    const own = openSync(`/proc/self/fd/${fd}`, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY);
    // Outside Linux a path of that name could be anything.
    const [theirs, ours] = [fstatSync(fd), fstatSync(own)];
    if (theirs.dev === ours.dev && theirs.ino === ours.ino) return own;
    closeSync(own);
  } catch {
    // A socket (ENXIO), somebody else's terminal or pipe (EACCES), no /proc (ENOENT).
  }
  return undefined;
}

/** The part of libuv's stream handle that is needed; Node does not document it, so it may be missing. */
interface StreamHandle {
  setBlocking?(blocking: boolean): number;
}

function setNonBlocking(fd: number): () => void {
  try {
    // Opening it sets O_NONBLOCK. It is never read, written or closed.
    const socket = new Socket({ fd, readable: false });
    socket.on('error', () => undefined).unref();
    const { _handle: handle } = socket as unknown as { readonly _handle?: StreamHandle };
    // Once more before each write (0.25 µs), because a process that inherits the socket clears the flag for everybody:
    // libuv's `spawn` does so in the child, Node's exit puts back what it found.
    return () => handle?.setBlocking?.(false);
  } catch {
    return () => undefined;
  }
}
