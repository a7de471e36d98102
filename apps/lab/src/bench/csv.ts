import { isLimited } from '#bench';
import type { BenchRecord } from '#record';

const head = 'scenario,server,figure,unit,median,low,high,rounds,ratio,ratioLow,ratioHigh,different,limited,command';

/** A line for each figure (RFC 4180, without CR): numbers as they are, whatever the language. */
export function benchCsv({ scenarios }: Pick<BenchRecord, 'scenarios'>): string {
  const lines = scenarios.flatMap(({ id, results }) =>
    results.flatMap((result) =>
      Object.entries(result.figures).map(([figure, { unit, value, low = value, high = value, repeats = 1 }]) => {
        const { server, command, ratios } = result;
        const held = ratios[figure];
        const { value: ratio = '', low: ratioLow = ratio, high: ratioHigh = ratio } = held?.ratio ?? {};
        const cells = [id, server, figure, unit, value, low, high, repeats, ratio, ratioLow, ratioHigh, held?.different ?? ''];
        return [...cells, isLimited(result, figure), command].map((cell) => escaped(String(cell))).join(',');
      }),
    ),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

function escaped(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
