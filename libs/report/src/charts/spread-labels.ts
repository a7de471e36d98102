/**
 * Moves labels apart that would cover each other, each as little as the others allow, within `from` to `to`.
 *
 * @returns the places, in the order of `wanted`
 */
export function spreadLabels(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  // Labels that touch become one block, which lies where its members want to be on average.
  const blocks: { members: number[]; start: number }[] = [];
  for (const index of order) {
    blocks.push({ members: [index], start: within(wanted[index] ?? 0, 1) });
    for (
      let [before, last] = blocks.slice(-2);
      before && last && before.start + before.members.length * gap > last.start;
      [before, last] = blocks.slice(-2)
    ) {
      const members = [...before.members, ...last.members];
      blocks.splice(-2, 2, { members, start: within(startOf(members, wanted, gap), members.length) });
    }
  }
  function within(start: number, count: number): number {
    return Math.max(from, Math.min(start, to - (count - 1) * gap));
  }
  const places = new Array<number>(wanted.length).fill(0);
  for (const { members, start } of blocks)
    for (const [row, index] of members.entries()) places[index] = start + row * gap;
  return places;
}

/** Where the first of a block lies when its members are, on average, where they want to be. */
function startOf(members: readonly number[], wanted: readonly number[], gap: number): number {
  return members.reduce((sum, index, row) => sum + (wanted[index] ?? 0) - row * gap, 0) / members.length;
}
