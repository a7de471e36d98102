import type { Approach } from '#approaches';
import { type Cell, type Quantity, quantity, said, statement } from '#record';
import type { CodeDifference, Hunk } from '#review';
import { byServer } from '../../findings/by-server.ts';
import { tableOf } from '../../findings/table-of.ts';
import { defineExperiment } from '../../running/experiment.ts';
import type { Lab } from '../../running/lab.ts';

/** What was changed to make the serial server concurrent: read from the code itself. */
export const part3 = defineExperiment({
  id: 'part-3',
  title: { en: 'Part 3: what makes it concurrent', 'pt-BR': 'Parte 3: o que o torna concorrente' },
  question: {
    en: 'What has to change in the serial server to serve several clients at once?',
    'pt-BR': 'O que precisa mudar no servidor serial para atender vários clientes ao mesmo tempo?',
  },
  claims: [],

  method: () =>
    statement({
      en: 'The sources of each concurrent server are held, line by line, against those of the serial one. Comments and tests are not counted: they say why, not what.',
      'pt-BR':
        'O código-fonte de cada servidor concorrente é comparado, linha a linha, com o do serial. Comentários e testes não contam: dizem o porquê, não o quê.',
    }),

  unable: ({ serial, concurrent }: Lab) =>
    serial === undefined || concurrent.length === 0
      ? {
          en: 'it compares the serial server with a concurrent one, and one of them was not asked for',
          'pt-BR': 'ele compara o servidor serial com um concorrente, e um deles não foi pedido',
        }
      : undefined,

  async measure(lab) {
    // Not above: it brings the compiler of TypeScript.
    const { codeDifference } = await import('#review');
    const serial = lab.serial as Approach;
    return { serial: { name: serial.name }, all: lab.concurrent.map((approach) => codeDifference(serial, approach)) };
  },

  conclude({ serial, all }) {
    const nearest = all.reduce((least, other) => (other.changed < least.changed ? other : least));
    return {
      findings: {
        answer: statement({
          en: `Little: from ${serial.name} to ${nearest.server}, {changed} of {lines} lines of code change. Where more changes, more differs than the order of service: the style, or where connections run.`,
          'pt-BR': `Pouco: de ${serial.name} para ${nearest.server}, mudam {changed} de {lines} linhas de código. Quando muda mais, a diferença não é só a ordem de atendimento: é também o estilo, ou onde as conexões são atendidas.`,
          figures: { changed: lines(nearest.changed), lines: lines(nearest.lines) },
        }),
        notes: said([
          nearest.hunks.some(decides) &&
            statement({
              en: 'The line that decides is the one with “await”: with it, the loop takes the next connection when this one has closed; without it, at once.',
              'pt-BR': 'A linha que decide é a do “await”: com ele, o laço só pega a próxima conexão quando esta fecha; sem ele, pega na hora.',
            }),
          statement({
            en: 'Framing, limits, time-outs and the end of a connection lie in the runtime that all servers share: what is listed here is the concurrency model and nothing else.',
            'pt-BR':
              'Enquadramento, limites, timeouts e o fim da conexão ficam no runtime comum a todos os servidores: o que se lista aqui é o modelo de concorrência, e nada mais.',
          }),
        ]),
        links: [
          {
            text: {
              en: `The whole code of ${serial.name} and ${nearest.server} side by side, and every other pair`,
              'pt-BR': `O código inteiro de ${serial.name} e ${nearest.server} lado a lado, e todos os outros pares`,
            },
            href: `compare.html#${shortName(serial.name)}-${shortName(nearest.server)}`,
          },
        ],
        tables: [
          {
            title: {
              en: `From ${serial.name} to ${nearest.server}: every line of code that differs`,
              'pt-BR': `De ${serial.name} para ${nearest.server}: todas as linhas de código que diferem`,
            },
            columns: [
              { en: 'before', 'pt-BR': 'antes' },
              { en: 'after', 'pt-BR': 'depois' },
            ],
            rows: nearest.hunks.flatMap(sideBySide),
            changedCode: true,
          },
          tableOf<CodeDifference>(
            { en: `What changes from ${serial.name} to each`, 'pt-BR': `O que muda de ${serial.name} para cada um` },
            all,
            [
              { en: 'server', 'pt-BR': 'servidor', cell: ({ server }) => server },
              { en: 'files', 'pt-BR': 'arquivos', cell: ({ files }) => files.join(', ') },
              { en: 'how many', 'pt-BR': 'nº de arquivos', cell: ({ files }) => lines(files.length) },
              { en: 'lines removed', 'pt-BR': 'linhas removidas', cell: ({ removed }) => lines(removed) },
              { en: 'lines added', 'pt-BR': 'linhas acrescentadas', cell: ({ added }) => lines(added) },
              { en: 'lines changed in all', 'pt-BR': 'total de linhas alteradas', cell: ({ changed }) => lines(changed) },
              { en: 'lines of code then', 'pt-BR': 'linhas de código no final', cell: (then) => lines(then.lines) },
            ],
          ),
        ],
        figures: {
          'changed-lines': byServer(all, ({ changed }) => lines(changed)),
          'changed-files': byServer(all, ({ files }) => lines(files.length)),
        },
      },
    };
  },
});

/** Whether the loop waits for a connection's end, or doesn't: one line decides. */
function decides({ before, after }: Hunk): boolean {
  return holds(before, 'await serveConnection(') && holds(after, 'void serveConnection(');
}

function holds(code: readonly string[], text: string): boolean {
  return code.some((line) => line.includes(text));
}

function sideBySide({ before, after }: Hunk): Cell[][] {
  const rows = Math.max(before.length, after.length);
  return Array.from({ length: rows }, (_, row) => [before[row]?.trim() ?? null, after[row]?.trim() ?? null]);
}

function lines(count: number): Quantity {
  return quantity(count, 'count');
}

/** As the comparison names its pairs. */
function shortName(server: string): string {
  return server.replace(/^server-/, '');
}
