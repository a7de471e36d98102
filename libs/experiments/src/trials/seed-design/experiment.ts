import type { Approach } from '#approaches';
import { quantity, said, type Statement, statement } from '#record';
import { defineExperiment } from '../../running/experiment.ts';
import { judgeDaemons, judgeExceptions } from './judge.ts';
import { seedDesignTable } from './tables.ts';
import {
  longBytes,
  pairs,
  right,
  splits,
  type Tried,
  type TriedToTheEnd,
  tryOurs,
  trySeed,
  waiting,
} from './measure.ts';

/** The course report's own design, beside ours, where it is said to be robust and graceful. */
export const seedDesign = defineExperiment<SeedTried>({
  id: 'seed-design',
  title: { en: 'The report’s threads, put to the test', 'pt-BR': 'As threads do relatório, postas à prova' },
  question: {
    en: 'Does a server of the report’s design stand a split character, a long message, quick sends and its own end?',
    'pt-BR': 'Um servidor como o do relatório aguenta um caractere dividido, uma mensagem longa, envios rápidos e o próprio encerramento?',
  },
  claims: ['daemon-graceful', 'robust-exceptions'],

  method: (lab) =>
    statement({
      en: 'A Python server of the report’s design (a daemon thread a connection, reads of at most {read}, each decoded and answered by itself) and ours get the same: {splits} times the two bytes of “é”, the second when the first was read; a message of {long}; {pairs} times “um” and “dois” in quick succession; and, with {clients} messages under way, SIGINT (Ctrl-C) and SIGTERM.',
      'pt-BR':
        'Um servidor em Python como o do relatório (uma thread daemon por conexão, leituras de no máximo {read}, cada uma decodificada e respondida separadamente) e os nossos recebem o mesmo: {splits} vezes os dois bytes de “é”, o segundo quando o primeiro já foi lido; uma mensagem de {long}; {pairs} vezes “um” e “dois” em rápida sucessão; e, com {clients} mensagens em andamento, SIGINT (Ctrl-C) e SIGTERM.',
      figures: {
        splits: quantity(lab.pick(splits), 'count'),
        read: quantity(1_024, 'bytes'),
        long: quantity(longBytes, 'bytes'),
        pairs: quantity(lab.pick(pairs), 'count'),
        clients: quantity(waiting, 'count'),
      },
    }),

  unable: ({ python, concurrent }) =>
    python === undefined
      ? { en: 'there is no python3 for the report’s design', 'pt-BR': 'não há python3 para o servidor do relatório' }
      : concurrent.length === 0
        ? { en: 'no server that serves side by side was asked for', 'pt-BR': 'nenhum servidor que atende lado a lado foi pedido' }
        : undefined,

  async measure(lab) {
    const seed = await trySeed(lab);
    const [first, ...others] = lab.concurrent as [Approach, ...Approach[]];
    const [ours, asLines] = await tryOurs(lab, first);
    // All of ours keep one contract, so that one of them is enough where time is short.
    const more = await Array.fromAsync(lab.size === 'thorough' ? others : [], (approach) => tryOurs(lab, approach));
    return { seed, ours, others: [asLines, ...more.flat()] };
  },

  conclude({ seed, ours, others }) {
    return {
      findings: {
        answer: answerOf(seed),
        notes: notesOf(seed),
        tables: [seedDesignTable([seed, ours, ...others])],
      },
      claims: [
        judgeDaemons(seed.ends.interrupted, { ...ours.ends.interrupted, name: ours.name }),
        judgeExceptions(seed.splits.length, seed.splits.filter((came) => came !== right).length),
      ],
    };
  },
});

/** The report's design, one of ours with framing chunk, and more of ours or the same with framing line. */
export interface SeedTried {
  readonly seed: TriedToTheEnd;
  readonly ours: TriedToTheEnd;
  readonly others: readonly Tried[];
}

function answerOf(seed: TriedToTheEnd): Statement {
  const { interrupted, terminated } = seed.ends;
  return statement({
    en: 'Of {splits} connections with a split character, {answered} got their reply; one message of {long} was answered as {prefixes} messages; {joined} of the quick sends were answered as one; and of {clients} messages under way, {interrupted} were answered at SIGINT and {terminated} at SIGTERM.',
    'pt-BR':
      'De {splits} conexões com um caractere dividido, {answered} tiveram resposta; uma mensagem de {long} foi respondida como {prefixes} mensagens; {joined} dos envios rápidos foram respondidos como um só; e, de {clients} mensagens em andamento, {interrupted} foram respondidas após SIGINT e {terminated} após SIGTERM.',
    figures: {
      splits: quantity(seed.splits.length, 'count'),
      answered: quantity(seed.splits.filter((came) => came === right).length, 'count'),
      long: quantity(longBytes, 'bytes'),
      prefixes: quantity(seed.prefixes, 'count'),
      joined: quantity(seed.joined, 'share'),
      clients: quantity(interrupted.clients, 'count'),
      interrupted: quantity(interrupted.answered, 'count'),
      terminated: quantity(terminated.answered, 'count'),
    },
  });
}

function notesOf({ ends: { interrupted } }: TriedToTheEnd): Statement[] {
  return said([
    statement({
      en: '“finally” closes the socket when something fails; it does not make the failure harmless. Whoever sent the character is cut off without a word, and the operator gets a stack trace for what the network is free to do.',
      'pt-BR':
        'O “finally” fecha o socket quando algo falha; não torna a falha inofensiva. Quem enviou o caractere tem a conexão derrubada sem aviso, e o operador recebe um stack trace por algo que a rede pode fazer a qualquer momento.',
    }),
    statement({
      en: 'A daemon thread is one that the interpreter need not wait for. That makes Ctrl-C quick, not graceful: a graceful end stops accepting, waits for what is under way, and only then exits.',
      'pt-BR':
        'Uma thread daemon é aquela pela qual o interpretador não precisa esperar. Isso torna o Ctrl-C rápido, não gracioso: num encerramento gracioso, o servidor para de aceitar conexões, espera o que está em andamento e só então sai.',
    }),
    interrupted.exit.code === 0 && interrupted.answered < interrupted.clients &&
      statement({
        en: 'It exits with {code} at Ctrl-C, as if all had gone well.',
        'pt-BR': 'Com Ctrl-C, sai com {code}, como se tudo tivesse corrido bem.',
        figures: { code: quantity(0, 'plain') },
      }),
  ]);
}
