import { connect } from 'node:net';
import type { Address, Load } from './load.ts';
import { type LoadPlan, stepsPerMs } from './load-plan.ts';
import { MessageRing } from './message-ring.ts';
import type { Phase } from './phase.ts';
import { ReplyCheck } from './reply-check.ts';

/** Keeps so many clients coming and going: each connects, sends one message, takes the reply and closes. */
export class ConnectLoop implements Load {
  readonly #address: Address;
  readonly #rings: readonly MessageRing[];

  constructor(address: Address, { connections, size }: LoadPlan) {
    this.#address = address;
    this.#rings = Array.from({ length: connections }, (_, number) => new MessageRing(number, 1, size));
  }

  async run(phase: Phase): Promise<void> {
    const lanes = this.#rings.map((ring) => this.#lane(ring, phase));
    await phase.finished;
    await Promise.all(lanes);
  }

  close(): void {
    // Each client has closed its own connection.
  }

  async #lane(ring: MessageRing, phase: Phase): Promise<void> {
    while (phase.take(1) === 1) await this.#visit(ring, phase);
  }

  /** One client; what it waits for is connection and reply. Its message counts as answered when both sides are closed. */
  #visit(ring: MessageRing, phase: Phase): Promise<void> {
    return new Promise((resolve) => {
      const check = new ReplyCheck(ring);
      const asked = performance.now();
      const socket = connect({ ...this.#address, noDelay: true });
      let replied = false;
      let failed = false;
      let reason = 'the server ended the connection';
      socket.write(check.next(1));
      socket.on('data', (chunk) => {
        const bytes = chunk as Buffer;
        const whole = failed ? 0 : check.take(bytes, bytes.length, phase);
        if (whole === -1) {
          failed = true;
          socket.destroy();
        } else if (whole === 1) {
          replied = true;
          phase.latency.record((performance.now() - asked) * stepsPerMs);
          socket.end();
        }
      });
      socket.on('error', (error: NodeJS.ErrnoException) => (reason = error.code ?? error.message));
      socket.on('close', () => {
        // What came too much after the reply is counted already.
        if (replied) phase.answered(1);
        else if (!failed) phase.failed('lost', 1, reason);
        resolve();
      });
      void phase.finished.then(() => socket.destroy());
    });
  }
}
