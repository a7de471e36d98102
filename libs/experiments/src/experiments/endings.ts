import { type Cell, type Lane, type Quantity, quantity, spread, statement, type Text, type Timeline } from '#record';
import type { Approach } from '#approaches';
import { byServer } from '../findings/by-server.ts';
import { clientLabel } from '../clients/client-label.ts';
import { Clock } from '../running/clock.ts';
import { type Crash, crashUnderLoad } from '../clients/crash-under-load.ts';
import { type Drain, drainUnderLoad } from '../clients/drain-under-load.ts';
import type { Experiment } from '../running/experiment.ts';
import type { Lab } from '../running/lab.ts';
import type { LabServer } from '../running/lab-server.ts';
import { listByServer } from '../findings/list-by-server.ts';
import { serveAll } from '../running/serve-all.ts';
import { lostClients, sharesLost } from '../clients/shares-lost.ts';
import { workByMessage } from '../clients/work-by-message.ts';

const rounds = { quick: 1, default: 1, thorough: 3 };
const clients = { quick: 20, default: 24, thorough: 40 };
const before = { quick: 80, default: 250, thorough: 500 };
const after = { quick: 100, default: 400, thorough: 1_000 };
/** How long a message waits while it is worked on, ms, so that many are under way when the signal comes. */
const waitMs = 30;

/** Two ends under load: a worker that is killed, and a server that is told to stop. */
export const endings: Experiment = {
  id: 'endings',
  title: { en: 'How they end', 'pt-BR': 'Como eles terminam' },
  question: {
    en: 'When a worker dies under load, who loses the connection? And when the server is told to stop, who still gets an answer?',
    'pt-BR': 'Quando um worker morre sob carga, quem perde a conexão? E quando o servidor recebe a ordem de parar, quem ainda recebe resposta?',
  },
  claims: [],

  method: (lab) =>
    statement(
      {
        en: '{clients} clients come to each server one by one, and talk. The worker that holds most of them, by the server’s events, is killed: a process by SIGKILL, a thread by a message whose work ends it; a server without workers is killed as a whole. What the end of another worker would cost is what that one holds. Those who lose their connection connect once more, at once. Then, with a message of each under way that waits for {wait}, the server gets SIGTERM.',
        'pt-BR':
          '{clients} clientes chegam a cada servidor um a um e conversam. O worker que atende mais deles, pelos eventos do servidor, é morto: um processo por SIGKILL, uma thread por uma mensagem cujo trabalho a encerra; um servidor sem workers é morto por inteiro. O que custaria o fim de outro worker é o que ele atende. Quem perde a conexão conecta mais uma vez, de imediato. Depois, com uma mensagem de cada um em andamento, que espera por {wait}, o servidor recebe SIGTERM.',
      },
      { clients: quantity(lab.pick(clients), 'count'), wait: quantity(waitMs, 'ms') },
    ),

  async run(lab) {
    const all: Ending[] = lab.approaches.map((approach) => ({ approach, crashes: [], drains: [] }));
    for (let round = 0; round < lab.pick(rounds); round++) await endAll(lab, all);
    const lostShares = byServer(all, lostShare);
    const answeredShares = byServer(all, answeredShare);
    const [lostList, answeredList] = [listByServer('lost', lostShares), listByServer('answered', answeredShares)];
    const twice = all.some(({ crashes }) => crashes.some(lostTwice));
    const drawn = all.find(({ crashes: [crash] }) => crash?.victim !== undefined);
    return {
      findings: {
        answer: statement(
          {
            en: `Share of the clients who lose their connection with the end of one worker (without workers: of the server), depending on which it is: ${lostList.list}. Of the messages that they had received, servers that were told to stop still answered: ${answeredList.list}.`,
            'pt-BR': `Parcela dos clientes que perde a conexão com o fim de um worker (sem workers: do servidor), conforme qual for: ${lostList.list}. Das mensagens que tinham recebido, os servidores que receberam a ordem de parar ainda responderam: ${answeredList.list}.`,
          },
          { ...lostList.figures, ...answeredList.figures },
        ),
        notes: [
          statement({
            en: 'A connection lives and dies with the process or thread that serves it: nobody else can take it over, for what it has read and not answered is in that memory alone. The more workers, the fewer are lost with one.',
            'pt-BR':
              'Uma conexão vive e morre com o processo ou a thread que a atende: ninguém mais pode assumi-la, pois o que ela leu e não respondeu está só naquela memória. Quanto mais workers, menos se perde com um.',
          }),
          statement({
            en: 'A thread that ends by itself costs its own clients alone. But threads are one process: SIGKILL, or a crash in native code, ends all of them. Processes contain that, too.',
            'pt-BR':
              'Uma thread que termina por si custa só os próprios clientes. Mas as threads são um único processo: SIGKILL, ou uma falha em código nativo, encerra todas. Processos contêm isso também.',
          }),
          ...(drawn === undefined
            ? []
            : [
                statement({
                  en: 'How many clients a worker holds depends on who spreads the connections: see the experiment fairness. Averaged over the workers, one’s end costs an equal share, however they are spread.',
                  'pt-BR':
                    'Quantos clientes cada worker atende depende de quem distribui as conexões: veja o experimento fairness. Na média dos workers, o fim de um custa uma parcela igual, seja qual for a distribuição.',
                }),
              ]),
          ...(twice
            ? [
                statement({
                  en: 'Some who connected again at once were lost once more: until word of the end has gone round, a connection may still be given to the worker that is gone.',
                  'pt-BR':
                    'Alguns que conectaram de novo de imediato se perderam mais uma vez: até a notícia do fim se espalhar, uma conexão ainda pode ser entregue ao worker que se foi.',
                }),
              ]
            : []),
          statement({
            en: 'Where there are no workers, nobody restarts the server: that is left to whoever started it, such as systemd, and until then clients are refused.',
            'pt-BR':
              'Onde não há workers, ninguém reinicia o servidor: isso fica com quem o iniciou, como o systemd, e até lá os clientes são recusados.',
          }),
          statement({
            en: 'Told to stop (SIGTERM), a server accepts nobody new, answers what it had read, and ends each connection with FIN. A message that was sent and not yet read is not answered, so a client must be able to send it again.',
            'pt-BR':
              'Ao receber a ordem de parar (SIGTERM), o servidor não aceita mais ninguém, responde o que já tinha lido e encerra cada conexão com FIN. Uma mensagem enviada e ainda não lida não é respondida; por isso o cliente precisa poder enviá-la de novo.',
          }),
        ],
        timelines: drawn?.crashes[0] === undefined ? [] : [crashTimeline(drawn.approach.name, drawn.crashes[0])],
        charts: [
          {
            kind: 'bars',
            title: { en: 'Clients lost with one worker', 'pt-BR': 'Clientes perdidos com um worker' },
            description: {
              en: 'Share of the clients whose connection ends with one worker, from the one that holds fewest to the one that holds most; with the server, where it has none.',
              'pt-BR': 'Parcela dos clientes cuja conexão termina com um worker, do que atende menos ao que atende mais; com o servidor, quando ele não tem nenhum.',
            },
            unit: 'share',
            bars: Object.entries(lostShares).map(([name, { value, low, high }]) => ({ label: { en: name, 'pt-BR': name }, server: name, value, low, high })),
          },
        ],
        tables: [crashTable(all), drainTable(all)],
        figures: { 'lost-with-a-worker': lostShares, 'answered-at-drain': answeredShares },
      },
    };
  },
};

interface Ending {
  readonly approach: Approach;
  readonly crashes: Crash[];
  readonly drains: Drain[];
}

/** A server that lives through the end of a worker is told to stop; where there are no workers, another one is. */
async function endAll(lab: Lab, all: readonly Ending[]): Promise<void> {
  const flags = [...workByMessage(), '--log-level', 'debug'];
  const crowd = { clients: lab.pick(clients), before: lab.pick(before) };
  const started = new Clock();
  const starts = lab.approaches.flatMap((approach) => {
    const start = { approach, flags };
    return approach.workers === 'none' ? [start, start] : [start];
  });
  await serveAll(lab, starts, async (servers) => {
    for (const { approach, crashes, drains } of all) {
      lab.progress(approach.name);
      const drain = async (server: LabServer): Promise<void> => {
        drains.push(await drainUnderLoad(server, { ...crowd, wait: waitMs }));
      };
      const [first, other] = servers.filter((served) => served.approach === approach).map(({ server }) => server);
      const crash = await crashUnderLoad(first as LabServer, started, { ...crowd, after: lab.pick(after) });
      crashes.push(crash);
      const survivor = crash.victim === undefined ? other : first;
      if (survivor === undefined) await lab.serve(approach, flags, drain);
      else await drain(survivor);
    }
  });
}

/** Whether one that connected again was not answered although there were other workers. */
function lostTwice(crash: Crash): boolean {
  return crash.victim !== undefined && lostClients(crash).some(({ backAt }) => backAt === undefined);
}

function lostShare({ crashes }: Ending): Quantity {
  return spread(crashes.flatMap(sharesLost), 'share');
}

/** Where nothing was owed, nothing was left unanswered. */
function answeredShare({ drains }: Ending): Quantity {
  return spread(drains.map(({ owed, answered }) => (owed === 0 ? 1 : Math.min(1, answered / owed))), 'share');
}

function crashTable(all: readonly Ending[]) {
  return {
    title: { en: 'A worker is killed', 'pt-BR': 'Um worker é morto' },
    columns: [
      { en: 'server', 'pt-BR': 'servidor' },
      { en: 'what ended', 'pt-BR': 'o que terminou' },
      { en: 'clients', 'pt-BR': 'clientes' },
      { en: 'that it held', 'pt-BR': 'que ele atendia' },
      { en: 'lost their connection', 'pt-BR': 'perderam a conexão' },
      { en: 'were answered on a new one', 'pt-BR': 'foram respondidos em uma nova' },
      { en: 'first of them, after the end', 'pt-BR': 'o primeiro deles, após o fim' },
      { en: 'a worker in its place, after', 'pt-BR': 'um worker em seu lugar, após' },
    ],
    rows: all.map(({ approach, crashes }): Cell[] => {
      const back = crashes.map((crash) => lostClients(crash).flatMap(({ backAt }) => (backAt === undefined ? [] : [backAt - crash.at])));
      const firsts = back.flatMap((times) => (times.length > 0 ? [Math.min(...times)] : []));
      const victims = crashes.flatMap(({ workers, victim }) => workers.filter(({ id }) => id === victim?.id));
      const replaced = crashes.flatMap(({ victim, at }) => (victim === undefined ? [] : [victim.replacedAt - at]));
      return [
        approach.name,
        ended(approach, replaced.length > 0),
        spread(crashes.map((crash) => crash.clients.length), 'count'),
        victims.length > 0 ? spread(victims.map(({ held }) => held), 'count') : null,
        spread(crashes.map((crash) => lostClients(crash).length), 'count'),
        spread(back.map(({ length }) => length), 'count'),
        firsts.length > 0 ? spread(firsts, 'ms') : null,
        replaced.length > 0 ? spread(replaced, 'ms') : null,
      ];
    }),
  };
}

function ended({ workers }: Approach, one: boolean): Text {
  if (!one) return { en: 'the server', 'pt-BR': 'o servidor' };
  return workers === 'threads'
    ? { en: 'the thread with most clients', 'pt-BR': 'a thread com mais clientes' }
    : { en: 'the process with most clients', 'pt-BR': 'o processo com mais clientes' };
}

function drainTable(all: readonly Ending[]) {
  return {
    title: { en: 'The server is told to stop', 'pt-BR': 'O servidor recebe a ordem de parar' },
    columns: [
      { en: 'server', 'pt-BR': 'servidor' },
      { en: 'received and not answered yet', 'pt-BR': 'recebidas e ainda não respondidas' },
      { en: 'answered after the signal', 'pt-BR': 'respondidas após o sinal' },
      { en: 'connections ended with FIN', 'pt-BR': 'conexões encerradas com FIN' },
      { en: 'connections reset', 'pt-BR': 'conexões reiniciadas (RST)' },
      { en: 'time to end', 'pt-BR': 'tempo até terminar' },
      { en: 'exit code', 'pt-BR': 'código de saída' },
    ],
    rows: all.map(({ approach, drains }): Cell[] => [
      approach.name,
      spread(drains.map(({ owed }) => owed), 'count'),
      spread(drains.map(({ answered }) => answered), 'count'),
      spread(drains.map((drain) => drain.ended), 'count'),
      spread(drains.map(({ reset }) => reset), 'count'),
      spread(drains.map(({ took }) => took), 'ms'),
      [...new Set(drains.map(({ exit }) => String(exit.signal ?? exit.code)))].join(', '),
    ]),
  };
}

function crashTimeline(server: string, { clients, at, lasted, workers, victim }: Crash): Timeline {
  const lane = (label: Text, side: Lane['side'], goneAt: number | undefined, backAt: number | undefined): Lane => ({
    side,
    label,
    spans:
      goneAt === undefined
        ? [{ phase: 'served', from: 0, to: lasted }]
        : [
            { phase: 'served', from: 0, to: goneAt },
            { phase: 'waiting', from: goneAt, to: backAt ?? lasted },
            ...(backAt === undefined ? [] : [{ phase: 'served' as const, from: backAt, to: Math.max(backAt, lasted) }]),
          ],
  });
  return {
    title: { en: `A worker of ${server} is killed`, 'pt-BR': `Um worker de ${server} é morto` },
    server,
    lasted,
    lanes: [
      ...clients.map(({ lostAt, backAt }, index) =>
        lane(clientLabel(index + 1), 'client', lostAt, backAt),
      ),
      ...workers.map(({ id }) =>
        id === victim?.id
          ? lane({ en: `worker ${id}`, 'pt-BR': `worker ${id}` }, 'server', at, victim.replacedAt)
          : lane({ en: `worker ${id}`, 'pt-BR': `worker ${id}` }, 'server', undefined, undefined),
      ),
    ],
  };
}
