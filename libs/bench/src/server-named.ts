/** A server as it stands in the list, by its name with or without what the names of ours begin with. */
export function serverNamed(name: string, known: readonly string[]): string | undefined {
  return known.find((one) => one === name) ?? known.find((one) => one === `server-${name}`);
}
