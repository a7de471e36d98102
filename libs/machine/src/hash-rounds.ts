import { pbkdf2Sync } from 'node:crypto';

/** Enough that the call itself does not count, nor how finely the system counts: some ms of computing. */
const trialRounds = 10_000;
const trials = 9; // An odd number: one is the middle.

/**
 * How many rounds of `--work hash:ROUNDS` take about so many ms on one core of this machine. It computes for some tens of ms to
 * find out, and counts its own CPU time: what others take of the machine meanwhile would count as rounds otherwise.
 */
export function hashRounds(ms: number): number {
  const times = Array.from({ length: trials }, () => {
    const began = process.cpuUsage();
    pbkdf2Sync('calibration', 'echo-lab', trialRounds, 32, 'sha256');
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  });
  const middle = times.toSorted((a, b) => a - b)[(trials - 1) / 2] ?? NaN;
  return Math.max(1, Math.round((ms / middle) * trialRounds));
}
