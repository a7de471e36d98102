import { figureOf, type Quantity } from '#record';

/** A figure of each of several servers, as a sentence in any language lists them. */
export interface ListByServer {
  /** `server-async {name-server-async}, server-threads {name-server-threads}`. */
  readonly list: string;
  readonly figures: Readonly<Record<string, Quantity>>;
}

/** @param name of the figure among `Findings.figures`: the placeholders begin with it */
export function listByServer(name: string, figures: Readonly<Record<string, Quantity>>): ListByServer {
  const servers = Object.keys(figures);
  return {
    list: servers.map((server) => `${server} {${name}-${server}}`).join(', '),
    figures: Object.fromEntries(servers.map((server) => [`${name}-${server}`, figureOf(name, figures, [server])])),
  };
}
