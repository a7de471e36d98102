import { type Fallen, type Findings, quantity, said, type Statement, statement } from '#record';
import { byServer } from '../../findings/by-server.ts';
import { figureIn } from '../../findings/figure-in.ts';
import { listNames } from '../../findings/list-names.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { type Climbed, describedBy, type Growth, growthFigures, growthsOf, judgeExponential, lastOf, serialOf } from './judge.ts';
import { gainChart, gainTable, totalChart, totalTable } from './views.ts';

/** What was seen of servers with ever more clients, each of whom held its connection for `hold` ms. */
export interface Scaled {
  readonly hold: number;
  readonly all: readonly Climbed[];
  readonly fallen: readonly Fallen[];
}

export function concludeScaling({ hold, all, fallen }: Scaled): ExperimentResult {
  const growths = growthsOf(all);
  const figures = { 'total-for-n-clients': byServer(all, ({ steps }) => lastOf(steps).total), ...growthFigures(growths) };
  return {
    fallen,
    findings: {
      answer: answerOf(all, growths, figures),
      notes: notesOf(growths, hold),
      charts: [totalChart(all), ...(growths.length === 0 ? [] : [gainChart(growths)])],
      tables: [totalTable(all), ...(growths.length === 0 ? [] : [gainTable(growths)])],
      figures,
    },
    claims: growths.length === 0 ? [] : [judgeExponential(growths, figures)],
  };
}

function answerOf(all: readonly Climbed[], growths: readonly Growth[], figures: Findings['figures']): Statement {
  const total = 'total-for-n-clients';
  const most = { clients: quantity(lastOf(all[0]?.steps ?? []).clients, 'count') };
  const serial = serialOf(all)?.approach.name;
  if (growths.length === 0 || serial === undefined) {
    return statement({
      en: 'With {clients} clients at the same time, the total was {totals}.',
      'pt-BR': 'Com {clients} clientes ao mesmo tempo, o total foi de {totals}.',
      figures: { ...most, totals: figureIn(figures, total) },
    });
  }
  const others = growths.map(({ server }) => server);
  const names = listNames(others);
  const how = growths.every((growth) => describedBy(growth) === 'linear')
    ? { en: 'A line describes the gain better than an exponential does:', 'pt-BR': 'Uma reta descreve o ganho melhor do que uma exponencial:' }
    : { en: 'The gain was', 'pt-BR': 'O ganho foi de' };
  return statement({
    en: `With {clients} clients at the same time, the total was {serial} on ${serial}, and {others} on ${names.en}. ${how.en} {two} with two clients, {gain} with {clients}.`,
    'pt-BR': `Com {clients} clientes ao mesmo tempo, o total foi de {serial} em ${serial} e de {others} em ${names['pt-BR']}. ${how['pt-BR']} {two} com dois clientes, {gain} com {clients}.`,
    figures: {
      ...most,
      serial: figureIn(figures, total, [serial]),
      others: figureIn(figures, total, others),
      two: figureIn(figures, 'gain-with-two-clients'),
      gain: figureIn(figures, 'gain-with-n-clients'),
    },
  });
}

function notesOf(growths: readonly Growth[], hold: number): Statement[] {
  return said([
    statement({
      en: 'Both axes of the first chart are logarithmic: what doubles with N is a straight line that rises there, and what doesn’t depend on N lies flat. The serial server adds a hold of {hold} with each client; the others let the holds pass at the same time.',
      'pt-BR':
        'Os dois eixos do primeiro gráfico são logarítmicos: ali, o que dobra com N é uma reta que sobe, e o que não depende de N fica na horizontal. O servidor serial soma {hold} a cada cliente; os outros deixam esses tempos passarem juntos.',
      figures: { hold: quantity(hold, 'ms') },
    }),
    growths.length > 0 &&
      statement({
        en: 'N is the limit for a plain reason: the serial server does N holds one after another, and no server can do them in less than one. What each client costs besides its hold keeps the gain below N; where a figure lies above it, that is the spread of the measurement.',
        'pt-BR':
          'O limite é N por um motivo simples: no servidor serial, os tempos pelos quais os N clientes mantêm a conexão vêm um após o outro, e nenhum servidor termina antes que um deles passe. O que cada cliente custa além desse tempo mantém o ganho abaixo de N; um valor acima disso é variação da medição.',
      }),
  ]);
}
