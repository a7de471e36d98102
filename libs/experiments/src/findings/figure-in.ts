import { figureOf, type Findings, type Quantity } from '#record';

/** One of the figures that an experiment gives, of all servers or of some: see `figureOf()`. */
export function figureIn<Name extends string>(
  figures: Readonly<Partial<Record<Name, Findings['figures'][string]>>>,
  name: Name,
  servers?: readonly string[],
): Quantity {
  return figureOf(name, figures[name] ?? {}, servers);
}
