/** A program for tests that answers each line with `got LINE`, says nothing to `hush`, and ends badly at `die`. */
import { createInterface } from 'node:readline';

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'die') {
    process.stderr.write('it went wrong\n');
    process.exit(3);
  }
  if (line !== 'hush') process.stdout.write(`got ${line}\n`);
}
