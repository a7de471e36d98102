/**
 * Starts a program of Node's, given as further arguments, and ends with 3 as soon as that says something. The first argument
 * says how it is started: `beside` it, in the same session; or as a `daemon`, in one of its own. What was started has its
 * output to itself as long as it runs.
 */
import { spawn } from 'node:child_process';

const [how, ...program] = process.argv.slice(2);
const good = spawn(process.execPath, program, { detached: how === 'daemon', stdio: ['ignore', 'pipe', 'inherit'] });
good.stdout.once('data', () => {
  process.stdout.write(`${good.pid ?? 0}\n`);
  process.stderr.write('I leave it to another\n', () => process.exit(3));
});
