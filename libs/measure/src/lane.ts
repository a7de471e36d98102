import { connect, type Socket } from 'node:net';
import type { Address } from './load.ts';
import type { LoadPlan } from './load-plan.ts';
import { MessageRing } from './message-ring.ts';
import type { Phase } from './phase.ts';
import { ReplyCheck } from './reply-check.ts';

/** Where every socket reads into, one after the other: a read is checked before the next one comes. */
const readBuffer = Buffer.allocUnsafeSlow(64 * 1024);

/** So many connections are asked for at a time: fewer than any server lets wait to be accepted. */
const atATime = 100;

const ended = 'the server ended the connection';
const surplus = 'the server sent more than it was asked for';

/** One connection of a load that stays open: it sends messages, and checks each reply byte for byte. */
export class Lane {
  /** What is sent and comes back counts towards this. */
  phase: Phase | undefined;
  /** Is told how many replies a read made whole, all of them right. */
  onReplies: (whole: number) => void = () => undefined;
  readonly #socket: Socket;
  readonly #check: ReplyCheck;
  readonly #connected: Promise<void>;
  #gone: string | undefined;

  constructor(address: Address, ring: MessageRing) {
    this.#check = new ReplyCheck(ring);
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.#connected = promise;
    const callback = (length: number, bytes: Uint8Array): boolean => {
      this.#receive(length, bytes);
      return true;
    };
    this.#socket = connect({ ...address, noDelay: true, onread: { buffer: readBuffer, callback } });
    const gone = (reason: string): void => {
      reject(new Error(reason));
      this.#lose(reason);
    };
    this.#socket.on('connect', resolve);
    this.#socket.on('end', () => {
      gone(ended);
    });
    this.#socket.on('error', (error: NodeJS.ErrnoException) => {
      gone(error.code ?? error.message);
    });
  }

  /** Rejects when it cannot be made. */
  get connected(): Promise<void> {
    return this.#connected;
  }

  /** Sends the next `count` messages. The phase has granted them; on a connection that is gone they are lost. */
  send(count: number): void {
    if (this.#gone === undefined) this.#socket.write(this.#check.next(count));
    else this.phase?.failed('lost', count, this.#gone);
  }

  close(): void {
    this.#gone ??= 'closed';
    this.#socket.destroy();
  }

  #receive(length: number, bytes: Uint8Array): void {
    if (this.#gone !== undefined) return;
    if (this.phase === undefined) {
      // Between two phases nothing is due; the next one is told when it would send.
      this.#lose(surplus);
      return;
    }
    const whole = this.#check.take(bytes, length, this.phase);
    if (whole === -1) this.close();
    else if (whole > 0) this.onReplies(whole);
  }

  #lose(reason: string): void {
    if (this.#gone !== undefined) return;
    this.#gone = reason;
    if (this.phase !== undefined) this.#check.lose(this.phase, reason);
    this.#socket.destroy();
  }
}

/**
 * Opens the connections number `from` up to `to`, some at a time.
 *
 * @param add is given each as soon as it is asked for, so that it can be closed whatever comes
 * @throws Error when one cannot be made
 */
export async function openLanes(
  address: Address,
  { mode, inFlight, size }: LoadPlan,
  { from, to }: { readonly from: number; readonly to: number },
  add: (lane: Lane) => void,
): Promise<void> {
  for (let first = from; first < to; first += atATime) {
    const batch = Array.from({ length: Math.min(atATime, to - first) }, (_, index) => {
      // Of many that are held idle, each sends one message.
      const lane = new Lane(address, new MessageRing(first + index, inFlight, size, mode === 'idle' ? 2 : undefined));
      add(lane);
      return lane;
    });
    await Promise.all(batch.map(({ connected }) => connected));
  }
}
