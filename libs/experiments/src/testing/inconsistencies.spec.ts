import { expect, test } from '@jest/globals';
import { figureOf, quantity, type Quantity, type Statement, statement, type Table } from '#record';
import { barsByServer } from '../findings/bars-by-server.ts';
import type { ExperimentResult } from '../running/experiment.ts';
import { inconsistencies } from './inconsistencies.ts';

const kB = (value: number): Quantity => quantity(1_000 * value, 'bytes');
const memory = { 'server-async': kB(5.16), 'server-cluster': kB(6.05), 'server-threads': kB(8.14) };
const half = quantity(0.5, 'share');
const lost = { 'server-cluster': half };
const table: Table = {
  title: { en: 'Memory', 'pt-BR': 'Memória' },
  columns: ['server', 'memory', 'lost'].map((name) => ({ en: name, 'pt-BR': name })),
  rows: Object.entries(memory).map(([server, figure]) => [server, figure, server in lost ? half : null]),
};
const chart = barsByServer(table.title, memory);
const said = (text: string, figures: Record<string, Quantity>): Statement => statement({ en: text, 'pt-BR': text, figures });
const two = ['server-async', 'server-cluster'];
const names = 'server-async and server-cluster';

/** What is found in a result that is sound but for this. */
function found(findings: Partial<ExperimentResult['findings']>, claims: ExperimentResult['claims'] = []): readonly string[] {
  const answer = said(`It costs {group} on ${names}.`, { group: figureOf('memory', memory, two) });
  return inconsistencies(
    { findings: { answer, charts: [chart], tables: [table], figures: { memory, lost }, ...findings }, claims },
    ['exponential'],
    [quantity(30, 'ms')],
  );
}

test('inconsistencies() finds none in a sound result', () => {
  expect(found({})).toEqual([]);
  const given = { clients: quantity(9, 'count'), hold: quantity(30, 'ms') };
  const ofAll = said('{all} for {clients} clients who stay for {hold}', { all: figureOf('memory', memory), ...given });
  expect(found({ answer: ofAll })).toEqual([]);
  expect(found({ notes: [said('server-cluster loses {lost}', { lost: half })] })).toEqual([]);
});

const of = { figure: 'memory', servers: two };

test.each<readonly [string, Partial<ExperimentResult['findings']>, string]>([
  [
    'a group told with the figure of its best',
    { answer: said(`{group} on ${names}`, { group: { ...memory['server-async'], of } }) },
    '{group} is not the memory of server-async, server-cluster',
  ],
  [
    'a figure of one who is not named',
    { answer: said('{group} on server-async', { group: figureOf('memory', memory, two) }) },
    '{group} is of server-cluster, which is not named',
  ],
  [
    'one who is named for what it has not',
    { answer: said('{lost} on server-async', { lost: { ...half, of: { figure: 'lost', servers: ['server-async'] } } }) },
    '{lost} is of server-async, of which no lost was measured',
  ],
  [
    'one who is named beside the figure of another',
    { answer: said('{lost} on server-threads', { lost: half }) },
    'server-threads: named without a figure of their own beside them',
  ],
  [
    'some who are named beside the figure of one of them, though another figure is of all',
    { answer: said('{a} on server-async, server-cluster and server-threads. {all} in all', { a: figureOf('memory', memory, ['server-async']), all: figureOf('memory', memory) }) },
    'server-async, server-cluster, server-threads: named without a figure of their own beside them',
  ],
  [
    'one whose name is in one language alone',
    { answer: statement({ en: '{a} on server-async', 'pt-BR': '{a}', figures: { a: figureOf('memory', memory, ['server-async']) } }) },
    'server-async is named in one language',
  ],
  [
    'a figure that stands nowhere',
    { answer: said('{a} in all', { a: kB(7) }) },
    '{a} stands nowhere under the sentence',
  ],
  [
    'a placeholder without a figure',
    { answer: said('{a} in all', {}) },
    'no figure for a',
  ],
  [
    'other placeholders in the other language',
    { answer: statement({ en: '{a}', 'pt-BR': 'a', figures: { a: quantity(1, 'count') } }) },
    'not the same figures in both languages',
  ],
  [
    'a figure that is not shown',
    { figures: { memory, lost, other: { 'server-async': kB(1) } } },
    'the other of server-async is not shown',
  ],
  [
    'a chart that ranks otherwise',
    { charts: [barsByServer(table.title, { ...memory, 'server-async': kB(9) })] },
    'a bar of server-async in Memory is no figure of it',
  ],
  [
    'a table with a gap',
    { tables: [table, { ...table, rows: [['server-async']] }] },
    'the table Memory has no rows, or uneven ones',
  ],
  [
    'what is no figure',
    { figures: { memory: { 'server-async': { ...kB(1), value: NaN } } } },
    'the findings are no findings',
  ],
])('inconsistencies() finds %s', (_, broken, fault) => {
  expect(found(broken).join('\n')).toContain(fault);
});

test('inconsistencies() finds a verdict that is not its own', () => {
  const because = said('x', {});
  expect(found({}, [{ id: 'stack-8mb', verdict: 'holds', because }])).toEqual(['stack-8mb is not this experiment’s to judge']);
  const twice = ['holds', 'undecided'] as const;
  expect(found({}, twice.map((verdict) => ({ id: 'exponential', verdict, because })))).toHaveLength(1);
});
