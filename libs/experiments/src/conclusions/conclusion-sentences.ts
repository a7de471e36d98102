import { type Statement, statement, type Text } from '#record';
import type { CaseId } from './conclusion-cases.ts';
import type { Concluded } from './conclusions-of.ts';
import { listNames } from '../findings/list-names.ts';

/** What the summary says: the cases that most often decide, each with its figures. */
export function conclusionSentences(found: ReadonlyMap<CaseId, Concluded>): Statement[] {
  return told.flatMap(({ id, say, same }) => {
    const concluded = found.get(id);
    if (concluded === undefined) return [];
    const { best, bestFigure, worst, worstFigure, servers } = concluded;
    const text = best.length === servers.length ? same : say({ best: listNames(best), worst });
    return [statement(text, { best: bestFigure, worst: worstFigure })];
  });
}

interface Words {
  readonly best: Text;
  readonly worst: string;
}

interface Told {
  readonly id: CaseId;
  readonly say: (words: Words) => Text;
  /** Where they cannot be told apart. */
  readonly same: Text;
}

const told: readonly Told[] = [
  {
    id: 'holding',
    say: ({ best, worst }) => ({
      en: `When clients hold their connections, all of them together took {best} on ${best.en} and {worst} on ${worst}.`,
      'pt-BR': `Quando os clientes mantêm a conexão, todos juntos levaram {best} em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    same: {
      en: 'When clients hold their connections, the servers did not differ: all clients together took {best}.',
      'pt-BR': 'Quando os clientes mantêm a conexão, os servidores não diferiram: todos juntos levaram {best}.',
    },
  },
  {
    id: 'computing',
    say: ({ best, worst }) => ({
      en: `When messages compute, several clients together got {best} the work of a single one done on ${best.en}, and {worst} on ${worst}.`,
      'pt-BR': `Quando as mensagens usam a CPU, vários clientes juntos obtiveram {best} o trabalho de um só em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    same: {
      en: 'When messages compute, the servers did not differ: several clients together got {best} the work of a single one done.',
      'pt-BR': 'Quando as mensagens usam a CPU, os servidores não diferiram: vários clientes juntos obtiveram {best} o trabalho de um só.',
    },
  },
  {
    id: 'beside-heavy',
    say: ({ best, worst }) => ({
      en: `Beside a heavy client, 99 of 100 replies to light ones came within {best} on ${best.en} and within {worst} on ${worst}.`,
      'pt-BR': `Ao lado de um cliente pesado, 99 de cada 100 respostas aos leves chegaram em até {best} em ${best['pt-BR']} e em até {worst} em ${worst}.`,
    }),
    same: {
      en: 'Beside a heavy client, light ones fared alike on all servers: 99 of 100 replies came within {best}.',
      'pt-BR': 'Ao lado de um cliente pesado, os leves tiveram a mesma sorte em todos os servidores: 99 de cada 100 respostas chegaram em até {best}.',
    },
  },
  {
    id: 'idle',
    say: ({ best, worst }) => ({
      en: `An idle connection costs {best} of memory on ${best.en} and {worst} on ${worst}.`,
      'pt-BR': `Uma conexão ociosa custa {best} de memória em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    same: {
      en: 'An idle connection costs the same on all servers, about {best} of memory.',
      'pt-BR': 'Uma conexão ociosa custa o mesmo em todos os servidores, cerca de {best} de memória.',
    },
  },
  {
    id: 'crash',
    say: ({ best, worst }) => ({
      en: `When a worker dies, {best} of the clients are lost on ${best.en}, {worst} on ${worst}.`,
      'pt-BR': `Quando um worker morre, perdem-se {best} dos clientes em ${best['pt-BR']} e {worst} em ${worst}.`,
    }),
    same: {
      en: 'When a worker dies, the servers that have workers lose the same share of their clients: {best}.',
      'pt-BR': 'Quando um worker morre, os servidores que têm workers perdem a mesma parcela dos clientes: {best}.',
    },
  },
];
