/**
 * What the contract asks, from what any echo server owes to what only Echo Lab's do. The first three are a student's
 * (examples/class/assignment.md): a clause is of one of them where the assignment lays its requirement down.
 */
export const levels = ['basic', 'concurrent', 'robust', 'echo-lab'] as const;
export type Level = (typeof levels)[number];
