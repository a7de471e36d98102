import type { View } from '../view.ts';
import { writeDate } from '../write-date.ts';
import { ownServers } from './own-servers.ts';

/** A line of the head of what is handed in. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Whether it is to be typed, or read by people. */
  readonly code?: true;
}

/** Who hands it in, for which course, and with which server, when and where that was measured. */
export function factsOf({ record, texts, language }: View): readonly Fact[] {
  const { environment: names, handIn: words } = texts;
  const { course, author, startedAt, size, command, environment: found } = record;
  const commands = new Map(record.outside?.map((one) => [one.name, one.command]));
  const own = ownServers(record).map((name): Fact => ({ name: `${words.own} (${name})`, value: commands.get(name) ?? name, code: true }));
  return [
    ...(course === undefined ? [] : [{ name: names.course, value: course }]),
    ...(author === undefined ? [] : [{ name: names.author, value: author }]),
    { name: names.date, value: writeDate(startedAt, language) },
    { name: names.size, value: texts.size[size] },
    { name: words.machine, value: [found.cpu, `${found.cores} ${names.cores.toLowerCase()}`, found.kernel, `Node ${found.node}`].join(', ') },
    ...(own.length > 0 ? own : [{ name: words.own, value: words.noOwn }]),
    { name: names.command, value: command, code: true },
  ];
}
