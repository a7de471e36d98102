import { freemem, totalmem } from 'node:os';

/** What is to be left to others, of a small machine and of a large one. */
const leastShare = 0.15;
const leastBytes = 2e9;

/** Bytes of memory that may still be used without harm to others on the machine, or in its container; negative: none. */
export function memoryToSpare(): number {
  const limit = process.constrainedMemory();
  const total = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const free = Math.min(process.availableMemory(), freemem());
  return free - Math.max(leastShare * total, leastBytes);
}
