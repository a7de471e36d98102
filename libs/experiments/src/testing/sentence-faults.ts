import { figureOf, type Findings, type Quantity, type Statement } from '#record';
import type { Shown } from './shown-figures.ts';

export interface Grounds {
  /** What each server was measured to have. */
  readonly figures: Findings['figures'];
  readonly shown: readonly Shown[];
  /** Servers that a sentence may name. */
  readonly servers: readonly string[];
}

/**
 * What a sentence says that nothing under it bears out: a figure that is not the one of the servers it is said to be of, or
 * stands nowhere; a server that has no figure in it; a figure of a server that is not named. Counts need no ground.
 */
export function sentenceFaults({ text, figures }: Statement, grounds: Grounds): readonly string[] {
  const named = grounds.servers.filter((server) => names(text.en, server));
  const fault = (what: string): string => `${what}: ${text.en}`;
  const all = Object.entries(figures);
  const isOf = (group: readonly string[], { of, ...one }: Quantity): boolean =>
    of === undefined
      ? group.every((server) => isShown(one, grounds.shown, server))
      : group.every((server) => of.servers.includes(server)) && (group.length === 1 || of.servers.length === group.length);
  const groups = groupsIn(text.en, named).filter(
    ({ group, beside }) => !beside.some((name) => figures[name] !== undefined && isOf(group, figures[name])),
  );
  return [
    ...groups.map(({ group }) => fault(`${group.join(', ')}: named without a figure of their own beside them`)),
    ...named.filter((server) => !names(text['pt-BR'], server)).map((server) => fault(`${server} is named in one language`)),
    ...all.flatMap(([name, one]) => {
      if (one.of !== undefined) return boundFaults(name, one, one.of, named, grounds).map(fault);
      if (one.unit === 'count' || isShown(one, grounds.shown)) return [];
      return [fault(`{${name}} stands nowhere under the sentence`)];
    }),
  ];
}

function boundFaults(
  name: string,
  { value, low, high }: Quantity,
  { figure, servers }: NonNullable<Quantity['of']>,
  named: readonly string[],
  { figures: { [figure]: measured = {} } }: Grounds,
): readonly string[] {
  const without = servers.filter((server) => measured[server] === undefined);
  if (without.length > 0) return [`{${name}} is of ${without.join(', ')}, of which no ${figure} was measured`];
  const theirs = figureOf(figure, measured, servers);
  const everybody = Object.keys(measured).every((server) => servers.includes(server));
  return [
    ...(value === theirs.value && low === theirs.low && high === theirs.high ? [] : [`{${name}} is not the ${figure} of ${servers.join(', ')}`]),
    ...(everybody ? [] : servers.filter((server) => !named.includes(server)).map((server) => `{${name}} is of ${server}, which is not named`)),
  ];
}

/** Whether such a figure is shown; of a server, beside its name. */
export function isShown({ value, unit }: Pick<Quantity, 'value' | 'unit'>, shown: readonly Shown[], server?: string): boolean {
  return shown.some((one) => one.value === value && one.unit === unit && (server === undefined || one.servers.includes(server)));
}

/** Servers that a sentence names in a row, `a, b and c`, with the placeholders before and after: a full stop parts them. */
function groupsIn(text: string, named: readonly string[]): readonly { group: readonly string[]; beside: readonly string[] }[] {
  return text.split('. ').flatMap((sentence) => {
    // Words and placeholders in turn.
    const parts = sentence.split(/\{([\w-]+)\}/);
    return parts.flatMap((words, index) => {
      const beside = [parts[index - 1], parts[index + 1]].filter((name) => name !== undefined);
      return index % 2 === 1 ? [] : namesInARow(words, named).map((group) => ({ group, beside }));
    });
  });
}

function namesInARow(words: string, named: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let open = false;
  for (const word of words.match(/[\w-]+|[^\s\w]/g) ?? []) {
    if (named.includes(word)) {
      if (open) rows.at(-1)?.push(word);
      else rows.push([word]);
      open = true;
    } else if (word !== ',' && word !== 'and') open = false;
  }
  return rows;
}

function names(text: string, server: string): boolean {
  return text.replace(/\{[\w-]+\}/g, '').split(/[^\w-]+/).includes(server);
}
