import { type Quantity, type RunRecord } from '#record';
import { own, sampleHandIn, sampleTogether, sampleWaits } from './sample-hand-in.ts';

const serialOwn = 'minha-primeira-versao';
const more = ['server-reactive', 'server-cluster', 'server-threads', 'python-blocking', 'python-threads', 'python-selectors', 'python-asyncio'];

/**
 * As much as a hand-in of one author holds: every server of a default run beside two of the author's own, with long names
 * and commands, and sentences as long as those of a real run.
 */
export function sampleCrowded(): RunRecord {
  const record = sampleHandIn();
  const experiments = [...record.experiments.filter(({ id }) => id !== 'part-2' && id !== 'part-4'), sampleWaits(['server-serial', serialOwn]), sampleTogether({ value: 3, unit: 'ms' })];
  const command = `python3 /home/ana.souza/disciplinas/sistemas-operacionais/2026-1/trabalho-2/${'entrega-final-'.repeat(3)}servidor.py {port}`;
  return {
    ...record,
    author: 'Ana Carolina de Souza Albuquerque Cavalcanti e João Pedro do Nascimento',
    course: 'Sistemas Operacionais e Programação Concorrente (turma B, noturno)',
    command: `npm start -- --server '${serialOwn}:serial=${command}' --server '${own}:overlapping=${command}'`,
    servers: [...record.servers, ...more, serialOwn],
    outside: [
      { name: serialOwn, serves: 'serial', command },
      { name: own, serves: 'overlapping', command },
    ],
    experiments: JSON.parse(JSON.stringify(experiments), withMore) as RunRecord['experiments'],
    conclusions: { which: { ...record.conclusions.which, rows: [...record.conclusions.which.rows, ...record.conclusions.which.rows] }, sentences: [...record.conclusions.sentences, ...record.conclusions.sentences] },
  };
}

/** A figure that several servers have is one of all of them; Part 2 is for those that serve one at a time. */
function withMore(key: string, value: unknown): unknown {
  if (!/^(one-client|two-clients)/.test(key)) return value;
  const all = value as Record<string, Quantity>;
  const figure = all['server-async'] as Quantity;
  const wider = [...more, ...(key.startsWith('one-client') ? [serialOwn] : [])].map((name) => [name, figure]);
  return { ...all, ...(Object.fromEntries(wider) as Record<string, Quantity>) };
}
