import type { BenchRecord } from '#record';

const head = 'scenario,server,figure,unit,median,low,high,rounds,ratio,ratioLow,ratioHigh,different,command';

/** A line for each figure (RFC 4180, without CR): numbers as they are, whatever the language. */
export function benchCsv({ scenarios }: BenchRecord): string {
  const lines = scenarios.flatMap(({ id, results }) =>
    results.flatMap(({ server, command, figures, ratios }) =>
      Object.entries(figures).map(([figure, { unit, value, low = value, high = value, repeats = 1 }]) => {
        const held = ratios[figure];
        const { value: ratio = '', low: ratioLow = ratio, high: ratioHigh = ratio } = held?.ratio ?? {};
        const cells = [id, server, figure, unit, value, low, high, repeats, ratio, ratioLow, ratioHigh, held?.different ?? '', command];
        return cells.map((cell) => escaped(String(cell))).join(',');
      }),
    ),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

function escaped(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
