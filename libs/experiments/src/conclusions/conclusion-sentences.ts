import { type Statement, statement, type Text } from '#record';
import type { CaseId, Concluded } from './conclusion-cases.ts';
import { listNames } from '../findings/list-names.ts';

/** What the summary says: the cases that most often decide, each with its figures. */
export function conclusionSentences(found: ReadonlyMap<string, Concluded>): Statement[] {
  return Object.entries(told).flatMap(([id, { say, notTold }]) => {
    const concluded = found.get(id);
    if (concluded === undefined) return [];
    const { best, bestFigure, worst, worstFigure } = concluded;
    if (worst === undefined || worstFigure === undefined) return [statement({ ...notTold, figures: { best: bestFigure } })];
    return [statement({ ...say({ best: listNames(best), worst }), figures: { best: bestFigure, worst: worstFigure } })];
  });
}

interface Words {
  readonly best: Text;
  readonly worst: string;
}

interface Told {
  readonly say: (words: Words) => Text;
  /** Where none of them can be told from the best one. */
  readonly notTold: Text;
}

const told: Readonly<Partial<Record<CaseId, Told>>> = {
  holding: {
    say: ({ best, worst }) => ({
      en: `When clients hold their connections, all of them together took {best} on ${best.en} and {worst} on ${worst}.`,
      'pt-BR': `Quando os clientes mantêm a conexão, todos juntos levaram {best} em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    notTold: {
      en: 'When clients hold their connections, this run does not tell the servers apart: all of them together took {best}.',
      'pt-BR': 'Quando os clientes mantêm a conexão, esta execução não distingue os servidores: todos juntos levaram {best}.',
    },
  },
  computing: {
    say: ({ best, worst }) => ({
      en: `When messages compute, several clients together got {best} the work of a single one done on ${best.en}, and {worst} on ${worst}.`,
      'pt-BR': `Quando as mensagens usam a CPU, o trabalho feito para vários clientes juntos foi {best} o feito para um só em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    notTold: {
      en: 'When messages compute, this run does not tell the servers apart: several clients together got {best} the work of a single one done.',
      'pt-BR': 'Quando as mensagens usam a CPU, esta execução não distingue os servidores: o trabalho feito para vários clientes juntos foi {best} o feito para um só.',
    },
  },
  'beside-heavy': {
    say: ({ best, worst }) => ({
      en: `A client whose messages compute held up {best} of the light ones on ${best.en} and {worst} on ${worst}.`,
      'pt-BR': `Um cliente cujas mensagens usam a CPU atrasou {best} dos leves em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    notTold: {
      en: 'A client whose messages compute held up {best} of the light ones; this run does not tell the servers apart.',
      'pt-BR': 'Um cliente cujas mensagens usam a CPU atrasou {best} dos leves; esta execução não distingue os servidores.',
    },
  },
  idle: {
    say: ({ best, worst }) => ({
      en: `Of the servers that serve side by side, an idle connection costs {best} of memory on ${best.en} and {worst} on ${worst}.`,
      'pt-BR': `Entre os que atendem lado a lado, uma conexão ociosa custa {best} de memória em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    notTold: {
      en: 'On the servers that serve side by side, an idle connection costs {best} of memory; this run does not tell them apart.',
      'pt-BR': 'Nos servidores que atendem lado a lado, uma conexão ociosa custa {best} de memória; esta execução não os distingue.',
    },
  },
  crash: {
    say: ({ best, worst }) => ({
      en: `When a worker dies, typically {best} of the clients are lost on ${best.en}, {worst} on ${worst}.`,
      'pt-BR': `Quando um worker morre, perdem-se em geral {best} dos clientes em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    notTold: {
      en: 'When a worker dies, typically {best} of the clients are lost; this run does not tell the servers that have workers apart.',
      'pt-BR': 'Quando um worker morre, perdem-se em geral {best} dos clientes; esta execução não distingue os servidores que têm workers.',
    },
  },
};
