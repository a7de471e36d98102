import { type Environment, type Quantity, quantity, type RunRecord, said, type Statement, statement, wasLoaded } from '#record';
import type { Costs } from './costs.ts';
import type { Question } from './question.ts';

/** From this age on, and from this range on as a share of a figure, a record is to be doubted. */
const oldFromDays = 30;
const wideFrom = 0.3;

export interface DoubtsOptions {
  readonly record: RunRecord;
  readonly question: Question;
  /** Of the approach that is advised. */
  readonly costs: Costs;
  readonly now: Date;
  /** Of the sources as they are now. */
  readonly commit: Environment['commit'];
}

/** Why the advice may be off; empty where nothing speaks against it. */
export function doubtsOf({ record, question, costs, now, commit }: DoubtsOptions): readonly Statement[] {
  const { environment } = record;
  return said([
    beyond(record, question.clients),
    question.cores !== environment.cores &&
      statement({
        en: 'It is for {asked} cores, and was measured on {measured}: workers are assumed to gain in proportion.',
        'pt-BR': 'O pedido é para {asked} núcleos, e a medição foi feita em {measured}: supõe-se que os workers rendam na mesma proporção.',
        figures: { asked: quantity(question.cores, 'count'), measured: quantity(environment.cores, 'count') },
      }),
    question.memory !== undefined &&
      statement({
        en: 'Memory was measured beside the lab, which runs the same Node, and the code that they share was divided between them: where no other process runs Node, a server takes more than is said here.',
        'pt-BR':
          'A memória foi medida ao lado do laboratório, que executa o mesmo Node, e o código em comum foi dividido entre os dois: onde nenhum outro processo executa o Node, um servidor ocupa mais do que se diz aqui.',
      }),
    missing(costs),
    wide(costs),
    wasLoaded(environment) &&
      statement({
        en: 'While it was measured, others used up to {busy} of the machine.',
        'pt-BR': 'Durante a medição, outros processos usavam até {busy} da máquina.',
        figures: { busy: quantity(Math.max(environment.busy?.before ?? 0, environment.busy?.after ?? 0), 'share') },
      }),
    record.size === 'quick' &&
      statement({
        en: 'The record is of a quick run: few repeats, small loads.',
        'pt-BR': 'O registro é de uma execução rápida: poucas repetições, cargas pequenas.',
      }),
    old(record, now),
    otherSources(environment.commit, commit),
  ]);
}

/** The most clients of any point on the curves of the experiment that measures against their number. */
function beyond({ experiments }: RunRecord, clients: number): Statement | false {
  const counts = experiments.flatMap(({ outcome }) =>
    outcome.status === 'done' && 'total-for-n-clients' in outcome.findings.figures
      ? outcome.findings.charts.flatMap((chart) =>
          chart.kind === 'curves' && chart.x.unit === 'count'
            ? chart.series.filter(({ kind }) => kind === 'measured').flatMap(({ points }) => points.map(({ x }) => x))
            : [],
        )
      : [],
  );
  const most = Math.max(0, ...counts);
  if (clients <= most) return false;
  if (most === 0) {
    return statement({
      en: 'How waits grow with the number of clients is from a model alone: this record did not measure it.',
      'pt-BR': 'O crescimento da espera com o número de clientes vem só de um modelo: este registro não o mediu.',
    });
  }
  return statement({
    en: 'It goes beyond what was measured, {most} clients at a time.',
    'pt-BR': 'O pedido vai além do que foi medido: {most} clientes por vez.',
    figures: { most: quantity(most, 'count') },
  });
}

function missing({ name, workers, figures }: Costs): Statement | false {
  const needed = ['cpu-connection', 'cpu-message', 'reply-p50', 'reply-p99', 'memory-idle', 'memory-connection'];
  const all = workers === 'none' ? needed : [...needed, 'speed-up'];
  const names = all.filter((figure) => figures[figure] === undefined);
  return (
    names.length > 0 &&
    statement({
      en: `The record lacks figures of ${name}, which are taken for ideal here: ${names.join(', ')}.`,
      'pt-BR': `Faltam no registro estes valores de ${name}, que aqui se supõem ideais: ${names.join(', ')}.`,
    })
  );
}

function wide({ workers, figures }: Costs): Statement | false {
  const decide = ['cpu-connection', 'cpu-message', 'memory-connection', ...(workers === 'none' ? [] : ['speed-up'])];
  const off = Math.max(...decide.map((figure) => widthOf(figures[figure])));
  return (
    off >= wideFrom &&
    statement({
      en: 'The repeats behind it lay far apart, by up to {off} of the figure.',
      'pt-BR': 'As repetições em que a recomendação se apoia variaram muito: até {off} do valor.',
      figures: { off: quantity(off, 'share') },
    })
  );
}

function widthOf(figure: Quantity | undefined): number {
  if (figure?.low === undefined || figure.high === undefined || figure.value === 0) return 0;
  return (figure.high - figure.low) / Math.abs(figure.value);
}

function old({ startedAt }: RunRecord, now: Date): Statement | false {
  const days = Math.floor((now.getTime() - new Date(startedAt).getTime()) / 86_400_000);
  return (
    days >= oldFromDays &&
    statement({ en: 'The record is {days} days old.', 'pt-BR': 'O registro tem {days} dias.', figures: { days: quantity(days, 'count') } })
  );
}

function otherSources(then: Environment['commit'], now: Environment['commit']): Statement | false {
  if (then === undefined || now === undefined || (then.hash === now.hash && !then.dirty && !now.dirty)) return false;
  return statement({
    en: 'The sources have changed since the record, or had changes of their own.',
    'pt-BR': 'O código mudou desde o registro, ou já tinha alterações sem commit.',
  });
}
