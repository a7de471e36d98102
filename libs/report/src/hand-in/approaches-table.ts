import { type Cell, type Quantity, quantity, type RunRecord, type Text } from '#record';
import type { HandInSection } from './section.ts';
import { ownServers } from './own-servers.ts';

/** The figures that approaches are set side by side by, as far as they were measured. */
const compared: Readonly<Record<string, Text>> = {
  'one-client-total': { en: 'one client: reply after', 'pt-BR': 'um cliente: resposta em' },
  'two-clients-wait': { en: 'two clients: longest wait', 'pt-BR': 'dois clientes: maior espera' },
  'two-clients-total': { en: 'two clients: both done after', 'pt-BR': 'dois clientes: os dois terminam em' },
  'total-for-n-clients': { en: 'many clients: all done after', 'pt-BR': 'muitos clientes: todos terminam em' },
  'memory-connection': { en: 'memory of a connection', 'pt-BR': 'memória de uma conexão' },
  'speed-up': { en: 'gain when messages compute', 'pt-BR': 'ganho quando as mensagens usam a CPU' },
};

/** The approaches side by side, and which of them is for which case; undefined where nothing was measured. */
export function approachesTable(record: RunRecord): HandInSection | undefined {
  const own = ownServers(record);
  const all = record.experiments.flatMap(({ outcome }) => (outcome.status === 'done' ? [outcome.findings.figures] : []));
  const columns = Object.entries(compared).flatMap(([name, title]) => {
    const figures = all.find((each) => Object.keys(each[name] ?? {}).length > 0)?.[name];
    return figures === undefined ? [] : [{ title, figures: new Map(Object.entries(figures)) }];
  });
  const servers = [...new Set([...own, ...record.servers, ...columns.flatMap(({ figures }) => [...figures.keys()])])].filter((name) =>
    columns.some(({ figures }) => figures.has(name)),
  );
  if (servers.length === 0) return undefined;
  const { which } = record.conclusions;
  return {
    id: 'approaches',
    title: { en: 'The approaches', 'pt-BR': 'As abordagens' },
    tables: [
      {
        title: { en: 'Side by side: the medians', 'pt-BR': 'Lado a lado: as medianas' },
        columns: [{ en: 'server', 'pt-BR': 'servidor' }, { en: 'whose', 'pt-BR': 'autoria' }, ...columns.map((column) => column.title)],
        rows: servers.map((name): Cell[] => [
          name,
          own.includes(name) ? { en: 'own', 'pt-BR': 'própria' } : 'Echo\u00a0Lab',
          ...columns.map(({ figures }) => medianOf(figures.get(name))),
        ]),
      },
      // Without the experiment, which stands in the whole report alone.
      ...(which.rows.length > 0 ? [{ ...which, columns: which.columns.slice(0, -1), rows: which.rows.map((row) => row.slice(0, -1)) }] : []),
    ],
  };
}

/** Without the range, which stands in the parts and in the whole report: a row is to be a line. */
function medianOf(figure: Quantity | undefined): Cell {
  return figure === undefined ? null : quantity(figure.value, figure.unit);
}
