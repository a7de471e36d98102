import { type ExperimentRecord, type Findings, type Lane, type Quantity, quantity, type RunRecord, statement, type Text, type Timeline } from '#record';
import { samplePart2 } from './sample-part-2.ts';
import { sampleRecord } from './sample-record.ts';

/** The server of the author's own in the sample. */
export const own = 'minha';

const ours = ['server-serial', 'server-async'] as const;

const around = (value: number, unit: Quantity['unit'] = 'ms'): Quantity => ({ value, unit, low: value * 0.875, high: value * 1.125, repeats: 5 });

const text = (en: string, portuguese: string): Text => ({ en, 'pt-BR': portuguese });

function part(number: number, title: Text, findings: Partial<Findings>): ExperimentRecord {
  const nothing = { answer: statement(text('Yes.', 'Sim.')), notes: [], links: [], timelines: [], charts: [], tables: [], traces: [], figures: {} };
  return {
    id: `part-${number}`,
    title,
    question: text('What?', 'O quê?'),
    method: statement(text('So.', 'Assim.')),
    took: 100 + number,
    outcome: { status: 'done', findings: { ...nothing, ...findings } },
  };
}

function titleOf(server: string): Text {
  return text(`Two clients on ${server}`, `Dois clientes em ${server}`);
}

/** Two clients that came together, of whom the second is answered after `wait`. */
function together(server: string, wait: number): Timeline {
  const lane = (number: number, from: number): Lane => ({
    side: 'client',
    label: text(`client ${number}`, `cliente ${number}`),
    spans: [
      { phase: 'connecting', from: 0, to: 1 },
      { phase: 'waiting', from: 1, to: from },
      { phase: 'served', from, to: from + 100 },
      { phase: 'closing', from: from + 100, to: from + 101 },
    ],
  });
  return {
    title: titleOf(server),
    server,
    lasted: wait + 101,
    lanes: [lane(1, 2), lane(2, wait)],
  };
}

/** Of two clients that came together on a server: how long the one waited whose wait was the longest. */
export function sampleTogether(wait: Quantity): ExperimentRecord {
  return part(4, text('Part 4: two clients at the same time', 'Parte 4: dois clientes ao mesmo tempo'), {
    answer: statement({ ...text('Each held for {hold}.', 'Cada um manteve por {hold}.'), figures: { hold: quantity(100, 'ms') } }),
    timelines: [together('server-serial', 104), together('server-async', 3), together(own, wait.value)],
    figures: {
      'two-clients-wait': { 'server-serial': around(104), 'server-async': around(2.5), [own]: wait },
      'two-clients-total': { 'server-serial': around(206), 'server-async': around(103), [own]: around(105) },
      'two-clients-gain': { 'server-async': around(2, 'ratio'), [own]: { value: 1.96, unit: 'ratio', low: 1.9, high: 1.99 } },
      'two-clients-short': { 'server-serial': around(2.25), 'server-async': around(2), [own]: around(2.125) },
      'two-clients-short-gain': { 'server-async': around(1.0625, 'ratio'), [own]: around(1.03125, 'ratio') },
    },
  });
}

/** What the second client saw on each of these servers that serve one at a time. */
export function sampleWaits(servers: readonly string[]): ExperimentRecord {
  const { outcome } = samplePart2;
  if (outcome.status !== 'done') throw new Error('part 2 of the sample is done');
  const { findings } = outcome;
  const each = <T>(value: T): Record<string, T> => Object.fromEntries(servers.map((server) => [server, value]));
  return part(2, samplePart2.title, {
    ...findings,
    timelines: servers.flatMap((server) => findings.timelines.slice(0, 1).map((one) => ({ ...one, title: titleOf(server), server }))),
    traces: servers.flatMap((server) => findings.traces.slice(0, 1).map((one) => ({ ...one, server }))),
    figures: { 'second-client-wait': each(around(602)), 'second-client-connect': each(around(0.5)) },
  });
}

const samplePart3 = part(3, text('Part 3: what makes it concurrent', 'Parte 3: o que o torna concorrente'), {
  answer: statement({ ...text('Little: {changed} lines.', 'Pouco: {changed} linhas.'), figures: { changed: quantity(3, 'count') } }),
  notes: [statement(text('One line decides.', 'Uma linha decide.'))],
  tables: [
    {
      title: text('Every line that differs', 'Todas as linhas que diferem'),
      columns: [text('before', 'antes'), text('after', 'depois')],
      rows: [
        ["name: 'server-serial',", "name: 'server-async',"],
        ["serves: 'serial',", "serves: 'overlapping',"],
        ['await serveConnection(connection);', 'void serveConnection(connection);'],
      ],
      changedCode: true,
    },
  ],
});

/** A made-up run with a concurrent server of the author's own; `changes` takes the place of what it says. */
export function sampleHandIn(changes: Partial<RunRecord> = {}): RunRecord {
  const all = [...ours, own];
  const each = (value: number): Record<string, Quantity> => Object.fromEntries(all.map((server, place) => [server, around(value + place)]));
  return sampleRecord({
    servers: all,
    outside: [{ name: own, serves: 'overlapping', command: 'python3 meu_servidor.py {port}' }],
    experiments: [
      part(1, text('Part 1: one client', 'Parte 1: um cliente'), {
        figures: { 'one-client-connect': each(0.25), 'one-client-first-byte': each(0.5), 'one-client-total': each(0.75) },
      }),
      sampleWaits(['server-serial']),
      samplePart3,
      sampleTogether(around(3)),
    ],
    ...changes,
  });
}
