/** Lets time pass, ms: only where no event tells, or nothing must happen. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
