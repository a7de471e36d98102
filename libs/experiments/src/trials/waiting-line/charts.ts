import { type Chart, highOf, lowOf, type Series } from '#record';
import { measuredOf, predictedBy } from '../../findings/series.ts';
import { waitAtOneServer, waitInOneLine } from '../../statistics/queueing.ts';
import { type Line, waitOf } from './measure.ts';

/** The mean waits, in services, beside what queueing theory predicts. */
export function waitChart(lines: readonly Line[], measured: readonly number[], workers: number): Chart {
  const predicted = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9].filter((at) => at <= Math.max(...measured) + 0.05);
  return {
    kind: 'curves',
    title: { en: 'Mean wait against utilisation', 'pt-BR': 'Espera média em função da utilização' },
    description: {
      en: 'Mean wait in line, in services of one client, against the share of time for which the server is busy, beside what queueing theory predicts.',
      'pt-BR': 'Espera média na fila, medida em tempos de atendimento, em função da parcela do tempo em que o servidor está ocupado, ao lado do que a teoria das filas prevê.',
    },
    x: { label: { en: 'utilisation', 'pt-BR': 'utilização' }, unit: 'share', scale: 'linear' },
    y: { label: { en: 'mean wait, in services', 'pt-BR': 'espera média, em tempos de atendimento' }, unit: 'ratio', scale: 'linear' },
    series: [
      ...lines.map((line) => measuredOf(line.approach.name, measured, (utilisation) => pointAt(line, utilisation))),
      predictedBy({ en: 'one server (M/D/1)', 'pt-BR': 'um servidor (M/D/1)' }, predicted, (utilisation) =>
        waitAtOneServer({ service: 1, utilisation }),
      ),
      ...(lines.some(({ servers }) => servers > 1)
        ? [
            predictedBy(
              { en: `one line, ${workers} workers (M/D/${workers})`, 'pt-BR': `uma fila, ${workers} workers (M/D/${workers})` },
              predicted,
              (utilisation) => waitInOneLine({ service: 1, utilisation }, workers),
            ),
          ]
        : []),
    ],
  };
}

/** In services. */
function pointAt(line: Line, utilisation: number): Series['points'][number] {
  const { service } = line;
  const wait = waitOf(line, utilisation);
  return { x: utilisation, y: wait.value / service, low: lowOf(wait) / service, high: highOf(wait) / service };
}
