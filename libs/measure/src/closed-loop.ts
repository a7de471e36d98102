import { connect, type Socket } from 'node:net';
import type { Address, Load } from './load.ts';
import type { LoadPlan } from './load-plan.ts';
import { MessageRing } from './message-ring.ts';
import type { Phase } from './phase.ts';
import { ReplyCheck } from './reply-check.ts';

/** Where every socket reads into, one after the other: a read is checked before the next one comes. */
const readBuffer = Buffer.allocUnsafeSlow(64 * 1024);

interface Lane {
  readonly socket: Socket;
  readonly check: ReplyCheck;
  open: boolean;
}

/**
 * Keeps `inFlight` messages under way on each of its connections: for the replies that a read brought, as many new
 * messages leave in one write.
 */
export class ClosedLoop implements Load {
  readonly #lanes: readonly Lane[];
  readonly #inFlight: number;
  #phase: Phase | undefined;

  private constructor(address: Address, plan: LoadPlan, lanes: Promise<void>[]) {
    this.#inFlight = plan.inFlight;
    this.#lanes = Array.from({ length: plan.connections }, (_, number) => {
      const check = new ReplyCheck(new MessageRing(number, plan.inFlight, plan.size));
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      lanes.push(promise);
      const callback = (length: number, bytes: Uint8Array): boolean => {
        this.#receive(lane, length, bytes);
        return true;
      };
      const socket = connect({ ...address, noDelay: true, onread: { buffer: readBuffer, callback } });
      const lane: Lane = { socket, check, open: true };
      const gone = (reason: string): void => {
        reject(new Error(reason));
        this.#lose(lane, reason);
      };
      socket.on('connect', resolve);
      socket.on('end', () => {
        gone('the server ended the connection');
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        gone(error.code ?? error.message);
      });
      return lane;
    });
  }

  /** @throws Error when a connection cannot be made */
  static async open(address: Address, plan: LoadPlan): Promise<ClosedLoop> {
    const connected: Promise<void>[] = [];
    const loop = new ClosedLoop(address, plan, connected);
    try {
      await Promise.all(connected);
    } catch (error) {
      loop.close();
      throw error;
    }
    return loop;
  }

  async run(phase: Phase): Promise<void> {
    this.#phase = phase;
    for (const lane of this.#lanes) {
      if (lane.open) this.#send(lane, phase, this.#inFlight);
      else phase.failed('lost', 0, 'the server ended the connection');
    }
    await phase.finished;
    this.#phase = undefined;
  }

  close(): void {
    for (const lane of this.#lanes) {
      lane.open = false;
      lane.socket.destroy();
    }
  }

  #send(lane: Lane, phase: Phase, count: number): void {
    const granted = phase.take(count);
    if (granted > 0) lane.socket.write(lane.check.next(granted));
  }

  #receive(lane: Lane, length: number, bytes: Uint8Array): void {
    const phase = this.#phase;
    if (phase === undefined || !lane.open) return;
    const whole = lane.check.take(bytes, length, phase);
    if (whole === -1) {
      lane.open = false;
      lane.socket.destroy();
    } else if (whole > 0) {
      // First what is sent anew, so that the phase doesn't look finished in between.
      this.#send(lane, phase, whole);
      phase.answered(whole);
    }
  }

  #lose(lane: Lane, reason: string): void {
    if (!lane.open) return;
    lane.open = false;
    if (this.#phase !== undefined) lane.check.lose(this.#phase, reason);
    lane.socket.destroy();
  }
}
