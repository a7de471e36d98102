import { figureOf, joined, type Quantity, quantity, type Statement, statement, type Text, type Verdict } from '#record';
import { fdSetSize } from '#machine';
import { notTried } from '../../findings/not-tried.ts';
import type { Judgement } from '../../running/experiment.ts';
import type { Known } from '../../running/lab.ts';
import { pythonServers } from '../../running/python-servers.ts';

/** What people do not notice yet, ms: up to a tenth of a second seems at once (J. Nielsen, Usability Engineering, 1993). */
export const unnoticed = 100;
const million = 1_000_000;

/** How long replies take with so many clients. */
export interface Curve {
  readonly approach: Pick<Known, 'name' | 'workers'>;
  readonly points: readonly Point[];
}

interface Point {
  readonly clients: number;
  readonly p50: Quantity;
  readonly p99: Quantity;
}

/** Whether threads suit 100 to 1,000 clients: by the server whose workers are threads, and one with a thread a client, beside the others. */
export function judgeThreads(curves: readonly Curve[]): Judgement {
  const id = 'threads-100-1000';
  const threads = curves.find(({ approach }) => approach.workers === 'threads');
  const { few, many } = endsOf(threads);
  if (threads === undefined || few === undefined || many === undefined || few.clients > 100 || many.clients < 1_000) {
    return notTried(id, {
      en: 'It takes a server with threads, and 100 to 1,000 clients who talk, which a quick run leaves out.',
      'pt-BR': 'São necessários um servidor com threads e de 100 a 1.000 clientes ativos, o que uma execução rápida deixa de fora.',
    });
  }
  const each = curves.find(({ approach, points }) => approach.name === pythonServers.threads.name && points.at(-1)?.clients === many.clients);
  const isLate = (curve: Curve): boolean => (curve.points.at(-1)?.p99.value ?? 0) >= unnoticed;
  const suits = !isLate(threads) && !(each !== undefined && isLate(each));
  const others = curves.filter((curve) => curve !== threads && curve !== each && isLate(curve));
  // Where others are as late, it is the machine, and says nothing of threads.
  const verdict: Verdict = suits ? 'holds-with-condition' : others.length > 0 ? 'undecided' : 'does-not-hold';
  return {
    id,
    verdict,
    because: joined([
      statement({
        en: `On ${threads.approach.name} 99 of 100 replies came within {few-p99} with {few} clients and within {many-p99} with {many}; up to {unnoticed} seems at once. But that is a thread a core, which many clients share, not a thread a client.`,
        'pt-BR': `Em ${threads.approach.name}, 99 de cada 100 respostas vieram em até {few-p99} com {few} clientes e em até {many-p99} com {many}; até {unnoticed} parece imediato. Mas isso é uma thread por núcleo, que muitos clientes dividem, não uma thread por cliente.`,
        figures: {
          few: quantity(few.clients, 'count'),
          'few-p99': few.p99,
          many: quantity(many.clients, 'count'),
          'many-p99': many.p99,
          unnoticed: quantity(unnoticed, 'ms'),
        },
      }),
      each && threadEach(each),
      verdict === 'undecided' && otherwiseLate(others),
    ]),
  };
}

/** With the fewest clients, and with the most. */
function endsOf(curve: Curve | undefined): Readonly<Record<'few' | 'many', Point | undefined>> {
  return { few: curve?.points[0], many: curve?.points.at(-1) };
}

function threadEach(each: Curve): Statement | undefined {
  const { name } = each.approach;
  const { few, many } = endsOf(each);
  if (few === undefined || many === undefined) return undefined;
  return statement({
    en: `With a thread a client, on ${name}, they came within {each-few-p99} with the fewest and within {each-many-p99} with the most.`,
    'pt-BR': `Com uma thread por cliente, em ${name}, vieram em até {each-few-p99} com o menor número deles e em até {each-many-p99} com o maior.`,
    figures: { 'each-few-p99': few.p99, 'each-many-p99': many.p99 },
  });
}

function otherwiseLate(others: readonly Curve[]): Statement {
  const late = others.map(({ approach: { name } }) => `${name} ({many-p99-${name}})`).join(', ');
  return statement({
    en: `Later than that, too, were ${late}: so it may be the machine that was late, and not threads.`,
    'pt-BR': `Também passaram disso ${late}: o atraso pode ser da máquina, não das threads.`,
    figures: lateFigures(others),
  });
}

function lateFigures(others: readonly Curve[]): Readonly<Record<string, Quantity>> {
  return Object.fromEntries(
    others.flatMap(({ approach: { name }, points }) => points.slice(-1).map(({ p99 }) => [`many-p99-${name}`, p99])),
  );
}

export interface SelectLimit {
  /** The first descriptor that select(2) refused; undefined where that could not be tried. */
  readonly select: number | undefined;
  /** What one more idle connection takes, server by server. */
  readonly memory: Readonly<Record<string, Quantity>>;
  /** Descriptors that a process may have here; may be infinite. */
  readonly descriptors: number;
}

/** Whether select reaches a million connections. */
export function judgeSelect({ select, memory, descriptors }: SelectLimit): Judgement {
  const limit = select ?? fdSetSize;
  const found = select === undefined ? fromManual : tried;
  const costs = Object.keys(memory).length > 0 ? asMeasured : { en: 'memory decides', 'pt-BR': 'o limite é a memória' };
  const limited = descriptors === Infinity ? { en: '', 'pt-BR': '' } : ofDescriptors;
  return {
    id: 'select-million',
    verdict: limit >= million ? 'holds' : 'does-not-hold',
    because: statement({
      en: `${found.en}. Node waits with epoll, which has no such end: there, ${costs.en}, and as many descriptors${limited.en}.`,
      'pt-BR': `${found['pt-BR']}. O Node usa epoll, que não tem esse limite: com ele, ${costs['pt-BR']}, e um descritor para cada conexão${limited['pt-BR']}.`,
      figures: {
        limit: quantity(limit, 'count'),
        ...(costs === asMeasured && { memory: figureOf('memory-connection-served', memory) }),
        ...(limited === ofDescriptors && { descriptors: quantity(descriptors, 'count') }),
      },
    }),
  };
}

const tried: Text = {
  en: 'Tried here, select(2) took descriptors below {limit} and refused the next',
  'pt-BR': 'Testado aqui, select(2) aceitou descritores abaixo de {limit} e recusou o seguinte',
};

const fromManual: Text = {
  en: 'select(2) watches descriptors below {limit}, says its manual page',
  'pt-BR': 'Segundo a página de manual, select(2) só aceita descritores abaixo de {limit}',
};

const asMeasured: Text = {
  en: 'memory decides, {memory} for each connection as measured here and a million times that for a million of them',
  'pt-BR': 'o limite é a memória, {memory} por conexão segundo esta medição e um milhão de vezes isso para um milhão delas',
};

const ofDescriptors: Text = {
  en: ', of which a process may have {descriptors} here',
  'pt-BR': ', dos quais um processo pode ter {descriptors} aqui',
};
