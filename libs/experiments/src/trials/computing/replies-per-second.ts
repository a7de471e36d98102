/** Replies a second to several clients that began together. Moments are ms. */
export function repliesPerSecond(
  replied: readonly number[],
  { began, over }: { readonly began: number; readonly over: number },
): number {
  const inTime = replied.filter((moment) => moment <= over);
  // Up to the last one, so that a message that is cut in half by the end doesn't count; and the last one of all clients:
  // where they are answered in turn, each one's own rate up to its own last reply would add up to more than there was.
  return (inTime.length * 1_000) / (Math.max(...inTime) - began);
}
