import type { Quantity } from '#record';

/** Something of one server, which it names. */
type OfServer = { readonly server: string } | { readonly approach: { readonly name: string } };

/** One figure of each, under the name of its server, as `Findings.figures` has them. */
export function byServer<One extends OfServer>(all: readonly One[], figure: (one: One) => Quantity): Record<string, Quantity> {
  return Object.fromEntries(all.map((one) => ['server' in one ? one.server : one.approach.name, figure(one)]));
}
