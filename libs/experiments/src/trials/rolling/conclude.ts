import { type Bars, joined, type Quantity, quantity, said, type Statement, statement, type Table } from '#record';
import { barOf } from '../../findings/bar-of.ts';
import { byServer } from '../../findings/by-server.ts';
import { tableOf } from '../../findings/table-of.ts';
import type { ExperimentResult } from '../../running/experiment.ts';
import { type Fared, together } from './come-and-go.ts';
import type { Rolled } from './replace-under-load.ts';
import { type WayName, wayTexts } from './ways.ts';

/** What came of one server in one way. */
export interface Try {
  readonly server: string;
  readonly way: WayName;
  readonly rolled: Rolled;
}

export interface Rolling {
  /** --drain-delay of those that have one, ms. */
  readonly delay: number;
  readonly tries: readonly Try[];
}

/** So long before an instance drains HAProxy must have stopped sending clients, ms: else it just had no time to. */
const margin = 300;

export function concludeRolling(measured: Rolling): ExperimentResult {
  const { tries } = measured;
  const unanswered = ({ rolled }: Try): Quantity => quantity(rolled.unanswered, 'count');
  return {
    findings: {
      answer: answerOf(measured),
      notes: notesOf(measured),
      charts: [unansweredChart(tries)],
      tables: [clientTable(tries), instanceTable(tries)],
      figures: {
        'unanswered-with-neither': byServer(of(tries, 'neither'), unanswered),
        'unanswered-with-both': byServer(of(tries, 'both'), unanswered),
      },
    },
  };
}

function of(tries: readonly Try[], ...ways: readonly WayName[]): readonly Try[] {
  return tries.filter(({ way }) => ways.includes(way));
}

function sum(tries: readonly Try[]): Fared {
  return together(tries.map(({ rolled }) => rolled));
}

/** The longest that HAProxy went on to send clients after a signal, ms. */
function lastGiven(tries: readonly Try[]): number {
  return Math.max(0, ...tries.flatMap(({ rolled }) => rolled.instances.map((one) => one.lastGiven)));
}

function counts({ connections, answered, refused, cut, unanswered }: Fared): Record<string, Quantity> {
  const all = { connections, answered, refused, cut, unanswered };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, quantity(value, 'count')]));
}

function answerOf({ delay, tries }: Rolling): Statement {
  const both = of(tries, 'both');
  const fared = sum(both);
  const last = lastGiven(both);
  if (fared.refused + fared.cut + fared.unanswered > 0) {
    return statement({
      en: 'Not in this run: with --drain-delay and --drain finish {refused} connections were refused and {cut} cut, and {unanswered} messages got no answer.',
      'pt-BR':
        'Nesta execução, não: com --drain-delay e --drain finish, {refused} conexões foram recusadas e {cut}, interrompidas; {unanswered} mensagens ficaram sem resposta.',
      figures: counts(fared),
    });
  }
  if (last > delay - margin) {
    return statement({
      en: 'Not reliably: nothing was lost with --drain-delay and --drain finish, but {last} after the signal, when an instance was about to drain, HAProxy still gave it clients: it had not learnt of the stop in time.',
      'pt-BR':
        'Não com segurança: com --drain-delay e --drain finish nada se perdeu, mas {last} após o sinal, com a drenagem por começar, o HAProxy ainda mandava clientes à instância: não soube da parada a tempo.',
      figures: { last: quantity(last, 'ms') },
    });
  }
  return joined([
    statement({
      en: 'Yes, with --drain-delay and --drain finish: {answered} messages were sent and all were answered, and of {connections} connections none was refused or cut.',
      'pt-BR':
        'Sim, com --drain-delay e --drain finish: todas as {answered} mensagens enviadas tiveram resposta e, de {connections} conexões, nenhuma foi recusada nem interrompida.',
      figures: counts(fared),
    }),
    withoutBoth(sum(of(tries, 'neither')).unanswered),
  ]);
}

function withoutBoth(lost: number): Statement {
  return lost === 0
    ? statement({
        en: 'Without them, too, nothing was lost in this run: it does not show what they are for.',
        'pt-BR': 'Sem elas, nesta execução, também não se perdeu nada: ela não mostra para que servem.',
      })
    : statement({
        en: 'Without them, {lost} messages got no answer.',
        'pt-BR': 'Sem elas, {lost} mensagens ficaram sem resposta.',
        figures: { lost: quantity(lost, 'count') },
      });
}

function notesOf({ tries }: Rolling): Statement[] {
  const neither = sum(of(tries, 'neither'));
  const [delayed, finished] = [of(tries, 'delay'), of(tries, 'finish')];
  const last = lastGiven(of(tries, 'delay', 'both'));
  return said([
    neither.cut > 0 &&
      statement({
        en: 'Without either, servers ended {cut} connections before their clients were through. Who was pausing saw the FIN before the next message, and lost nothing; {unanswered} messages were sent and not answered.',
        'pt-BR':
          'Sem nenhuma das duas, os servidores encerraram {cut} conexões antes de os clientes terminarem. Quem estava em pausa viu o FIN antes da mensagem seguinte e não perdeu nada; {unanswered} mensagens foram enviadas e ficaram sem resposta.',
        figures: counts(neither),
      }),
    statement({
      en: 'With --drain end, a server answers what it has read and sends FIN. A message that the client sends just then crosses with the FIN and comes to a connection that is over. No server can prevent it: only the client knows that it will not send any more, so only the client can end a connection without a loss. That is what --drain finish leaves to it.',
      'pt-BR':
        'Com --drain end, o servidor responde o que leu e envia FIN. Uma mensagem que o cliente envia nesse instante cruza com o FIN e chega a uma conexão que já terminou. Nenhum servidor evita isso: só o cliente sabe que não vai enviar mais nada, portanto só ele pode encerrar uma conexão sem perda. É o que --drain finish deixa a cargo dele.',
    }),
    delayed.length > 0 &&
      finished.length > 0 &&
      statement({
        en: 'With --drain-delay alone {delayed} messages got no answer, with --drain finish alone {finished}. The delay is enough where connections end within what is left of it once the balancer knows. Without the delay, a client whom HAProxy has just sent may find the listener closed before it was accepted: that is rare, and HAProxy hides a refusal by asking the other instance (option redispatch).',
        'pt-BR':
          'Só com --drain-delay, {delayed} mensagens ficaram sem resposta; só com --drain finish, {finished}. O atraso basta onde as conexões terminam no tempo que resta dele depois que o balanceador sabe da parada. Sem o atraso, um cliente que o HAProxy acaba de mandar pode encontrar o socket de escuta fechado antes de ser aceito: é raro, e o HAProxy esconde uma recusa ao tentar a outra instância (option redispatch).',
        figures: {
          delayed: quantity(sum(delayed).unanswered, 'count'),
          finished: quantity(sum(finished).unanswered, 'count'),
        },
      }),
    last > 0 &&
      statement({
        en: 'HAProxy still gave an instance clients up to {last} after the signal: until two checks of /readyz had failed. --drain-delay has to be longer than that.',
        'pt-BR':
          'O HAProxy ainda mandou clientes a uma instância até {last} após o sinal: até que duas verificações de /readyz falhassem. --drain-delay precisa ser maior que isso.',
        figures: { last: quantity(last, 'ms') },
      }),
    statement({
      en: 'What remains: a client that stays beyond --drain-timeout is cut; a server that is killed, or crashes, takes along what it had read; and a HAProxy that is replaced has connections of its own. So a client must be able to send a message again, and whoever works on it to see it twice.',
      'pt-BR':
        'O que resta: um cliente que fica além de --drain-timeout é interrompido; um servidor que é morto, ou que falha, leva consigo o que tinha lido; e um HAProxy que é substituído tem as suas próprias conexões. Por isso, o cliente precisa poder enviar uma mensagem de novo, e quem a processa, poder recebê-la duas vezes.',
    }),
  ]);
}

function unansweredChart(tries: readonly Try[]): Bars {
  return {
    kind: 'bars',
    title: { en: 'Messages without an answer', 'pt-BR': 'Mensagens sem resposta' },
    description: {
      en: 'Messages that were sent on a connection which ended before their reply, by server and by flags.',
      'pt-BR': 'Mensagens enviadas em uma conexão que terminou antes da resposta, por servidor e por opções.',
    },
    unit: 'count',
    bars: tries.map(({ server, way, rolled }) => {
      const texts = wayTexts[way];
      const label = { en: `${server}, ${texts.en}`, 'pt-BR': `${server}, ${texts['pt-BR']}` };
      return barOf(label, quantity(rolled.unanswered, 'count'), server);
    }),
  };
}

const whose = [
  { en: 'server', 'pt-BR': 'servidor', cell: ({ server }: Try) => server },
  { en: 'with', 'pt-BR': 'com', cell: ({ way }: Try) => wayTexts[way] },
];

function clientTable(tries: readonly Try[]): Table {
  const count = (figure: (fared: Fared) => number) => ({ rolled }: Try) => quantity(figure(rolled), 'count');
  return tableOf({ en: 'What clients saw', 'pt-BR': 'O que os clientes viram' }, tries, [
    ...whose,
    { en: 'connections', 'pt-BR': 'conexões', cell: count(({ connections }) => connections) },
    { en: 'refused', 'pt-BR': 'recusadas', cell: count(({ refused }) => refused) },
    { en: 'cut', 'pt-BR': 'interrompidas', cell: count(({ cut }) => cut) },
    { en: 'messages answered', 'pt-BR': 'mensagens respondidas', cell: count(({ answered }) => answered) },
    { en: 'unanswered', 'pt-BR': 'sem resposta', cell: count(({ unanswered }) => unanswered) },
    { en: 'longest wait for an answer', 'pt-BR': 'maior espera por uma resposta', cell: ({ rolled }) => quantity(rolled.longest, 'ms') },
  ]);
}

function instanceTable(tries: readonly Try[]): Table {
  const longest = (times: readonly number[]): Quantity => quantity(Math.max(0, ...times), 'ms');
  return tableOf({ en: 'What became of the instances: the slower one', 'pt-BR': 'O que houve com as instâncias: a mais lenta' }, tries, [
    ...whose,
    {
      en: 'given its last client, after the signal',
      'pt-BR': 'recebeu o último cliente, após o sinal',
      cell: ({ rolled }) => longest(rolled.instances.map((one) => one.lastGiven)),
    },
    {
      en: 'its successor given the first, after the signal',
      'pt-BR': 'a sucessora recebeu o primeiro, após o sinal',
      cell: ({ rolled }) => longest(rolled.instances.map(({ took }) => took)),
    },
  ]);
}
