import type { Cell, Fallen, Table, Text } from '#record';

/** What a column is called, and what it has of one of those that a table lists. */
export interface Column<One> extends Text {
  readonly cell: (one: One) => Cell;
}

/**
 * A table with a row for each of several.
 *
 * @param fallen servers that get a row which says so and gives no figure; why they fell stands in a sentence beside it
 */
export function tableOf<One>(
  title: Text,
  all: readonly One[],
  columns: readonly Column<One>[],
  fallen: readonly Fallen[] = [],
): Table {
  const nothing = columns.slice(2).map(() => null);
  return {
    title,
    columns: columns.map(({ en, 'pt-BR': ptBR }) => ({ en, 'pt-BR': ptBR })),
    rows: [
      ...all.map((one) => columns.map(({ cell }) => cell(one))),
      ...fallen.map(({ server }) => [server, { en: 'taken out', 'pt-BR': 'retirado' }, ...nothing]),
    ],
  };
}
