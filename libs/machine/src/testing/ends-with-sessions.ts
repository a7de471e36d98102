/** Starts a program that would stay, says its number, and ends as it is told. */
import { join } from 'node:path';
import { Session } from '../session.ts';

const session = new Session([process.execPath, join(import.meta.dirname, 'stays.ts')], {
  onLine: () => {
    process.stdout.write(`${session.pid}\n`, () => {
      if (process.argv[2] === 'exit') process.exit(1);
      throw new Error('as it is told');
    });
  },
});
