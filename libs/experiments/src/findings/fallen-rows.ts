import type { Cell, Fallen, Table } from '#record';

/** A row for each server that fell, which says so and gives no figure; why it fell stands in a sentence beside the table. */
export function fallenRows(fallen: readonly Fallen[], columns: Table['columns']): Cell[][] {
  return fallen.map(({ server }) => [server, { en: 'taken out', 'pt-BR': 'retirado' }, ...columns.slice(2).map(() => null)]);
}
