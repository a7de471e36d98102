import { quantity, type RunRecord, statement } from '#record';
import { sampleClaims } from './sample-claims.ts';
import { sampleComputing } from './sample-computing.ts';
import { sampleCost } from './sample-cost.ts';
import { sampleFailed, sampleSkipped } from './sample-not-done.ts';
import { samplePart1 } from './sample-part-1.ts';
import { samplePart2 } from './sample-part-2.ts';
import { samplePart4 } from './sample-part-4.ts';
import { sampleScaling } from './sample-scaling.ts';
import { sampleServers } from './sample-servers.ts';

/** A made-up run with everything that a record can hold; `changes` takes the place of what it says. */
export function sampleRecord(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    schema: 'echo-lab/run',
    version: 1,
    startedAt: '2026-03-05T14:07:31.204Z',
    took: 39_512,
    size: 'quick',
    command: 'npm run lab -- --quick',
    author: 'Ana Souza',
    course: 'Sistemas Operacionais',
    environment: {
      commit: { hash: '9dddd5512f0c4a3e8b7d6f5e4c3b2a1908f7e6d5', dirty: true },
      node: 'v26.10.0',
      kernel: 'Linux 6.18.0',
      architecture: 'x64',
      cpu: 'Example Processor 3.1 GHz',
      cores: 2,
      memoryBytes: 8_324_513_792,
      busy: { before: 0.03, after: 0.21 },
    },
    servers: [...sampleServers],
    // Not in the order of the report, which has the parts first.
    experiments: [
      sampleScaling,
      samplePart1,
      samplePart2,
      samplePart4,
      sampleComputing,
      sampleCost,
      sampleSkipped,
      sampleFailed,
    ],
    claims: [...sampleClaims],
    conclusions: {
      which: {
        title: { en: 'Which approach for which case', 'pt-BR': 'Que modelo para que caso' },
        columns: [
          { en: 'Case', 'pt-BR': 'Caso' },
          { en: 'Approach', 'pt-BR': 'Modelo' },
          { en: 'Because', 'pt-BR': 'Porque' },
          { en: 'Figure', 'pt-BR': 'Número' },
        ],
        rows: [
          [
            { en: 'Many clients that wait', 'pt-BR': 'Muitos clientes que esperam' },
            'server-async',
            {
              en: 'one loop serves all; workers add nothing',
              'pt-BR': 'um laço atende a todos; workers nada acrescentam',
            },
            { value: 121.2, unit: 'ms', low: 117.6, high: 130.9 },
          ],
          [
            { en: 'Messages that take computing', 'pt-BR': 'Mensagens que exigem cálculo' },
            'server-threads',
            {
              en: 'it uses all cores, with less memory than processes',
              'pt-BR': 'usa todos os núcleos, com menos memória que processos',
            },
            { value: 1.88, unit: 'ratio', low: 1.79, high: 1.95 },
          ],
          [
            { en: 'A worker may crash', 'pt-BR': 'Um worker pode cair' },
            'server-cluster',
            { en: 'it takes only its own connections along', 'pt-BR': 'leva consigo apenas as próprias conexões' },
            { value: 0.5, unit: 'share' },
          ],
          [
            { en: 'One client at a time, in order', 'pt-BR': 'Um cliente por vez, em ordem' },
            'server-serial',
            { en: 'nothing can interleave', 'pt-BR': 'nada se intercala' },
            null,
          ],
        ],
      },
      sentences: [
        statement({
          en: 'On one loop, {clients} clients that hold for {hold} each are done in {concurrent}; one at a time, in {serial}.',
          'pt-BR':
            'Em um laço, {clients} clientes que mantêm a conexão por {hold} terminam em {concurrent}; um por vez, em {serial}.',
          figures: {
            clients: quantity(64, 'count'),
            hold: quantity(100, 'ms'),
            concurrent: {
              value: 121.2,
              unit: 'ms',
              low: 117.6,
              high: 130.9,
              repeats: 5,
              of: { figure: 'total-for-n-clients', servers: ['server-async'] },
            },
            serial: quantity(6_479.8, 'ms'),
          },
        }),
        statement({
          en: 'When messages take computing, only workers help: {gain} on {cores} cores.',
          'pt-BR': 'Quando as mensagens exigem cálculo, só workers ajudam: {gain} em {cores} núcleos.',
          figures: { gain: { value: 1.88, unit: 'ratio', low: 1.79, high: 1.95, repeats: 5 }, cores: quantity(2, 'count') },
        }),
        statement({
          en: 'The second client of a serial server connects in {connect}; it waits for its turn, not for the connection.',
          'pt-BR': 'O segundo cliente de um servidor serial conecta em {connect}; espera a vez, não a conexão.',
          figures: { connect: quantity(0.54, 'ms') },
        }),
      ],
    },
    leftOut: [
      statement({
        en: 'More than {clients} connections at once.',
        'pt-BR': 'Mais de {clients} conexões ao mesmo tempo.',
        figures: { clients: quantity(500, 'count') },
      }),
      statement({
        en: 'Threads counted up to the machine’s limit.',
        'pt-BR': 'A contagem de threads até o limite da máquina.',
      }),
    ],
    interrupted: false,
    ...changes,
  };
}
