import { type Quantity, quantity, statement, type Verdict } from '#record';
import type { Approach } from '#approaches';
import type { Judgement } from '../running/experiment.ts';

/** What people do not notice yet, ms: up to a tenth of a second seems at once (J. Nielsen, Usability Engineering, 1993). */
const unnoticed = 100;
const million = 1_000_000;

/** How long replies take with so many clients. */
export interface Curve {
  readonly approach: Pick<Approach, 'name' | 'workers'>;
  readonly points: readonly { readonly clients: number; readonly p50: Quantity; readonly p99: Quantity }[];
}

/** Whether threads suit 100 to 1,000 clients: by the server whose workers are threads, beside the others. */
export function judgeThreads(curves: readonly Curve[]): Judgement {
  const id = 'threads-100-1000';
  const threads = curves.find(({ approach }) => approach.workers === 'threads');
  const few = threads?.points[0];
  const many = threads?.points.at(-1);
  if (threads === undefined || few === undefined || many === undefined || few.clients > 100 || many.clients < 1_000) {
    return {
      id,
      verdict: 'not-tried',
      because: statement({
        en: 'It takes a server with threads, and 100 to 1,000 clients who talk, which a quick run leaves out.',
        'pt-BR': 'São necessários um servidor com threads e de 100 a 1.000 clientes conversando, o que uma execução rápida deixa de fora.',
      }),
    };
  }
  const suits = many.p99.value < unnoticed;
  const others = curves.filter((curve) => curve !== threads && (curve.points.at(-1)?.p99.value ?? 0) >= unnoticed);
  // Where others are as late, it is the machine, and says nothing of threads.
  const verdict: Verdict = suits ? 'holds-with-condition' : others.length > 0 ? 'undecided' : 'does-not-hold';
  const late = verdict === 'undecided' ? others.map(({ approach }) => approach.name).join(', ') : undefined;
  return {
    id,
    verdict,
    because: statement(
      {
        en: `On ${threads.approach.name} 99 of 100 replies came within {few-p99} with {few} clients and within {many-p99} with {many}. But that is a thread a core, which many clients share, not a thread a client.${late === undefined ? '' : ` As late were ${late}: that is the machine, and not threads.`}`,
        'pt-BR': `Em ${threads.approach.name}, 99 de 100 respostas vieram em até {few-p99} com {few} clientes e em até {many-p99} com {many}. Mas isso é uma thread por núcleo, que muitos clientes dividem, não uma thread por cliente.${late === undefined ? '' : ` Também se atrasaram ${late}: isso é a máquina, não as threads.`}`,
      },
      {
        few: quantity(few.clients, 'count'),
        'few-p99': few.p99,
        many: quantity(many.clients, 'count'),
        'many-p99': many.p99,
      },
    ),
  };
}

/** What one more idle connection takes of a server, in bytes. */
export interface ConnectionMemory {
  readonly name: string;
  readonly memory: Quantity;
}

export interface ConnectionCosts {
  /** The first descriptor that select(2) refuses; `tried` here, or taken from its manual page. */
  readonly select: { readonly limit: number; readonly tried: boolean };
  /** The server that needs least for a connection, and the one that needs most. */
  readonly leanest: ConnectionMemory;
  readonly dearest: ConnectionMemory;
  /** Descriptors that a process may have here; may be infinite. */
  readonly descriptors: number;
}

/** Whether select reaches a million connections. */
export function judgeSelect({ select, leanest, dearest, descriptors }: ConnectionCosts): Judgement {
  const limited = descriptors !== Infinity;
  return {
    id: 'select-million',
    verdict: select.limit >= million ? 'holds' : 'does-not-hold',
    because: statement(
      {
        en: `${select.tried ? 'Tried here, select(2) took descriptors below {limit} and refused the next' : 'select(2) watches descriptors below {limit}, says its manual page'}. Node waits with epoll, which has no such end: there, memory decides, from {least} for a million connections to ${leanest.name} to {most} to ${dearest.name} as measured here, and as many descriptors${limited ? ', of which a process may have {descriptors} here' : ''}.`,
        'pt-BR': `${select.tried ? 'Testado aqui, select(2) aceitou descritores abaixo de {limit} e recusou o seguinte' : 'select(2) observa descritores abaixo de {limit}, diz a página de manual'}. O Node espera com epoll, que não tem esse fim: ali decide a memória, de {least} por um milhão de conexões a ${leanest.name} até {most} a ${dearest.name} pelo medido aqui, e outros tantos descritores${limited ? ', dos quais um processo pode ter {descriptors} aqui' : ''}.`,
      },
      {
        limit: quantity(select.limit, 'count'),
        least: quantity(leanest.memory.value * million, 'bytes'),
        most: quantity(dearest.memory.value * million, 'bytes'),
        ...(limited && { descriptors: quantity(descriptors, 'count') }),
      },
    ),
  };
}
