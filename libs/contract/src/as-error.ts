/** What was thrown, as an error. Not by instanceof: under Jest, Node's own errors are of another realm. */
export function asError(thrown: unknown): Error {
  const known = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return known ? (thrown as Error) : new Error(String(thrown));
}
