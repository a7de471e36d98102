import type { Cell, Table, Timeline } from '#record';
import { inAll } from '../texts/in-all.ts';
import { phaseWords } from '../texts/phase-words.ts';

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
    rows: lanes.flatMap((lane) =>
      lane.spans.map(({ phase, from, to }): Cell[] => [
        lane.label,
        inAll((texts) => phaseWords(texts, [lane])[phase]),
        { value: from, unit: 'ms' },
        { value: to, unit: 'ms' },
      ]),
    ),
  };
}
