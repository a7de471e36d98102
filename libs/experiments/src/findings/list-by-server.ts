import type { Findings, Quantity } from '#record';
import { figureIn } from './figure-in.ts';

/** A figure of each of several servers, as a sentence in any language lists them. */
export interface ListByServer {
  /** `server-async {name-server-async}, server-threads {name-server-threads}`. */
  readonly list: string;
  readonly figures: Readonly<Record<string, Quantity>>;
}

/** @param name of the figure: the placeholders begin with it */
export function listByServer<Name extends string>(
  figures: Readonly<Partial<Record<Name, Findings['figures'][string]>>>,
  name: Name,
  servers: readonly string[] = Object.keys(figures[name] ?? {}),
): ListByServer {
  return {
    list: servers.map((server) => `${server} {${name}-${server}}`).join(', '),
    figures: Object.fromEntries(servers.map((server) => [`${name}-${server}`, figureIn(figures, name, [server])])),
  };
}
