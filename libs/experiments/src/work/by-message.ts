import { pbkdf2Sync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The work of a message, as the message itself asks: `wait MS`, `compute ROUNDS` (what `--work hash:ROUNDS` computes),
 * `throw`, `hang`, which never comes back, or `end`, which ends whoever serves it; every other message costs nothing. So one
 * server serves heavy and light ones.
 */
export default function workByMessage(message: Uint8Array): void | Promise<void> {
  const [verb, argument] = Buffer.from(message).toString().trim().split(' ');
  switch (verb) {
    case 'wait':
      return sleep(Number(argument));
    case 'compute':
      pbkdf2Sync(message, 'echo-lab', Number(argument), 32, 'sha256');
      return;
    case 'throw':
      throw new Error('the message asked for it');
    case 'hang':
      for (;;);
    case 'end':
      // In a worker thread this ends that thread alone; elsewhere, the process.
      process.exit(1);
  }
}
