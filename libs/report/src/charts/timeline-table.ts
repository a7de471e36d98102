import type { Cell, Table, Timeline } from '#record';
import { inAll } from '../texts/in-all.ts';

/** The moments of a timeline. */
export function timelineTable({ title, lanes }: Timeline): Table {
  return {
    title,
    columns: [
      inAll(({ timeline }) => timeline.lane),
      inAll(({ timeline }) => timeline.phase),
      inAll(({ timeline }) => timeline.from),
      inAll(({ timeline }) => timeline.to),
    ],
    rows: lanes.flatMap(({ label, spans }) =>
      spans.map(({ phase, from, to }): Cell[] => [
        label,
        inAll((texts) => texts.phase[phase]),
        { value: from, unit: 'ms' },
        { value: to, unit: 'ms' },
      ]),
    ),
  };
}
