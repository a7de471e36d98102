import type { Approach } from '#approaches';
import {
  type Bars,
  type Cell,
  type Quantity,
  quantity,
  spread,
  type Statement,
  statement,
  type Table,
  type Text,
} from '#record';
import { clientLabel } from '../clients/client-label.ts';
import type { Client } from '../clients/client.ts';
import { Clock } from '../running/clock.ts';
import type { Experiment } from '../running/experiment.ts';
import type { Lab } from '../running/lab.ts';
import type { LabServer } from '../running/lab-server.ts';
import { rangeOf } from '../statistics/range-of.ts';
import { requireOk } from '../clients/require-ok.ts';
import { type Served, serveAll, type Start } from '../running/serve-all.ts';
import { serverFlags } from '../running/server-flags.ts';
import { busiestShare, type Shares, sharesOf } from '../findings/worker-shares.ts';

const connections = { quick: 40, default: 100, thorough: 100 };
const rounds = { quick: 1, default: 2, thorough: 10 };
/** How long each keeps its connection once it was answered, ms. */
const hold = 100;
/** The first sends one message, the second two, and so on, then again from one: connections are not alike. */
const mostMessages = 5;

/** The flags that decide who gets a connection. A server that has none of them is tried as it is. */
const spreadingFlags = ['--scheduling', '--accept'];

const arrivals = ['burst', 'paced'] as const;
type Arrival = (typeof arrivals)[number];
const arrivalNames: Readonly<Record<Arrival, Text>> = {
  burst: { en: 'all at once', 'pt-BR': 'todas de uma vez' },
  paced: { en: 'one by one', 'pt-BR': 'uma a uma' },
};

/** How evenly connections, and the messages that come on them, lie on the workers. */
export const fairness: Experiment = {
  id: 'fairness',
  title: { en: 'Who gets the connections', 'pt-BR': 'Quem fica com as conexões' },
  question: {
    en: 'Are connections spread evenly over the workers, and what decides it?',
    'pt-BR': 'As conexões se distribuem por igual entre os workers? E o que decide isso?',
  },
  claims: [],

  method: (lab) =>
    statement(
      {
        en: 'Each server with workers is started with {workers} of them, once for each way that it has to spread connections. {connections} connections come all at once, then as many one by one, each when the one before was answered; each sends up to {messages} messages and stays for {hold}. The server’s events say which worker served which.',
        'pt-BR':
          'Cada servidor com workers é iniciado com {workers} deles, uma vez para cada modo que tem de distribuir conexões. Chegam {connections} conexões de uma vez, depois outras tantas uma a uma, cada uma quando a anterior foi respondida; cada conexão envia até {messages} mensagens e fica por {hold}. Os eventos do servidor dizem qual worker atendeu qual.',
      },
      {
        workers: quantity(workersOf(lab), 'count'),
        connections: quantity(lab.pick(connections), 'count'),
        messages: quantity(mostMessages, 'count'),
        hold: quantity(hold, 'ms'),
      },
    ),

  unable: (lab) =>
    withWorkers(lab).length === 0
      ? { en: 'no server with workers was asked for', 'pt-BR': 'nenhum servidor com workers foi pedido' }
      : undefined,

  async run(lab) {
    const variants = (await Promise.all(withWorkers(lab).map((approach) => variantsOf(lab, approach)))).flat();
    const all = await serveAll(lab, variants, (servers) => takeRounds(lab, servers));
    const usual = all.filter(({ variant }) => variant.usual);
    return {
      findings: {
        answer: answerOf(all),
        notes: notesOf(all),
        charts: [bars(all)],
        tables: [
          table(all, 'connections', { en: 'Connections by worker', 'pt-BR': 'Conexões por worker' }),
          table(all, 'messages', { en: 'Messages by worker', 'pt-BR': 'Mensagens por worker' }),
        ],
        figures: {
          'busiest-share': Object.fromEntries(
            [...Map.groupBy(usual, ({ server }) => server)].map(([server, own]) => [
              server,
              spread(own.flatMap(({ shares }) => shares.map(busiestShare('connections'))), 'share'),
            ]),
          ),
        },
      },
    };
  },
};

/** One way in which a server can be told to spread connections. */
interface Variant extends Start {
  readonly approach: Approach;
  /** What sets it apart; empty for a server that knows one way alone. */
  readonly choice: string;
  /** Whether the server does so unasked. */
  readonly usual: boolean;
}

/** One variant of one server with connections that arrive in one way, round by round. */
interface Spreading {
  readonly server: string;
  readonly variant: Variant;
  readonly arrival: Arrival;
  readonly shares: readonly Shares[];
}

function withWorkers(lab: Lab): readonly Approach[] {
  return lab.approaches.filter(({ workers }) => workers !== 'none');
}

/** As many as there are cores, as the servers themselves choose; at least two, or there is nothing to spread. */
function workersOf({ cores }: Lab): number {
  return Math.min(4, Math.max(2, cores));
}

async function variantsOf(lab: Lab, approach: Approach): Promise<readonly Variant[]> {
  const known = await serverFlags(approach, lab.signal);
  const workers = known.has('--workers') ? ['--workers', String(workersOf(lab))] : [];
  const variants = spreadingFlags.flatMap((name) => {
    const flag = known.get(name);
    return (flag?.choices ?? []).map((choice) => ({
      approach,
      flags: [name, choice, ...workers],
      choice: `${name} ${choice}`,
      usual: choice === flag?.byDefault,
    }));
  });
  return variants.length > 0 ? variants : [{ approach, flags: workers, choice: '', usual: true }];
}

async function takeRounds(lab: Lab, variants: readonly (Variant & Served)[]): Promise<Spreading[]> {
  const all = variants.flatMap((variant) =>
    arrivals.map((arrival) => ({ server: variant.server.name, variant, arrival, shares: [] as Shares[] })),
  );
  for (let round = 0; round < lab.pick(rounds); round++) {
    for (const { variant, arrival, shares } of all) {
      lab.progress(`${variant.server.name} ${variant.choice}`);
      shares.push(await oneRound(lab, variant.server, arrival));
    }
  }
  return all;
}

async function oneRound(lab: Lab, server: LabServer, arrival: Arrival): Promise<Shares> {
  const clock = new Clock();
  const clients: Client[] = [];
  for (let n = 0; n < lab.pick(connections); n++) {
    const messages = Array.from({ length: 1 + (n % mostMessages) }, (_, index) => `mensagem ${index + 1}`);
    const client = lab.client(server, { label: clientLabel(n + 1), clock, messages, hold });
    clients.push(client);
    if (arrival === 'paced') await client.replied;
  }
  requireOk(server.name, await Promise.all(clients.map(({ done }) => done)));
  await server.untilEnded(clock, clients.length);
  return sharesOf(server.events(clock), workersOf(lab));
}

function busiest({ shares }: Spreading): Quantity {
  return spread(shares.map(busiestShare('connections')), 'share');
}

/** What each worker would get if all got the same. */
function fairShare(all: readonly Spreading[]): number {
  return 1 / Math.max(...all.flatMap(({ shares }) => shares.map((one) => one.connections.length)));
}

function answerOf(all: readonly Spreading[]): Statement {
  const byShare = all.toSorted((a, b) => busiest(a).value - busiest(b).value);
  const [even, uneven] = [byShare[0] as Spreading, byShare.at(-1) as Spreading];
  return statement(
    {
      en: `That depends on who decides. A fair share is {fair} of the connections. The busiest worker had {least} where it was most even (${nameOf(even, 'en')}), and {most} where it was least so (${nameOf(uneven, 'en')}).`,
      'pt-BR': `Depende de quem decide. Uma parte justa é {fair} das conexões. O worker mais ocupado ficou com {least} no caso mais equilibrado (${nameOf(even, 'pt-BR')}) e com {most} no menos equilibrado (${nameOf(uneven, 'pt-BR')}).`,
    },
    { fair: quantity(fairShare(all), 'share'), least: busiest(even), most: busiest(uneven) },
  );
}

function nameOf({ server, variant, arrival }: Spreading, language: keyof Text): string {
  return [server, variant.choice, `· ${arrivalNames[arrival][language]}`].filter((part) => part !== '').join(' ');
}

/** How each choice decides, as its server's README has it: only of those that were tried. */
const deciders: readonly (readonly [choice: string, text: Text])[] = [
  [
    '--scheduling none',
    {
      en: '“--scheduling none”: all processes ask one listening socket, and the kernel gives a connection to whichever asks first. A process that is awake asks sooner, and so gets more.',
      'pt-BR':
        '“--scheduling none”: todos os processos pedem a um mesmo socket de escuta, e o núcleo entrega a conexão a quem pedir primeiro. Um processo que já está acordado pede antes, e por isso fica com mais.',
    },
  ],
  [
    '--scheduling rr',
    {
      en: '“--scheduling rr”: the primary accepts and deals connections out in turn, each to the next worker that has acknowledged the one before. That is even while they come one by one; in a burst, a worker that acknowledges sooner gets more.',
      'pt-BR':
        '“--scheduling rr”: o primário aceita e distribui as conexões em rodízio, cada uma ao próximo worker que já confirmou a anterior. Fica igual enquanto elas chegam uma a uma; de uma vez, o worker que confirma antes fica com mais.',
    },
  ],
  [
    '--accept hand-over',
    {
      en: '“--accept hand-over”: the main thread hands each socket to the thread that has the fewest open. That is even in what is open now, not in what was served in all.',
      'pt-BR':
        '“--accept hand-over”: a thread principal entrega cada socket à thread com menos conexões abertas. Fica igual o que está aberto agora, não o total atendido.',
    },
  ],
  [
    '--accept reuse-port',
    {
      en: '“--accept reuse-port”: the kernel chooses by a hash of the addresses, without a look at who is busy. That is even on average, and as uneven as dice for a few.',
      'pt-BR':
        '“--accept reuse-port”: o núcleo escolhe por um hash dos endereços, sem olhar quem está ocupado. Na média fica igual; com poucas conexões, é desigual como dados.',
    },
  ],
];

function notesOf(all: readonly Spreading[]): Statement[] {
  return [
    ...deciders
      .filter(([choice]) => all.some(({ variant }) => variant.choice === choice))
      .map(([, text]) => statement(text)),
    statement({
      en: 'A connection stays with its worker until it closes. So what is uneven when connections come stays uneven for as long as they last, and the messages follow.',
      'pt-BR':
        'Uma conexão fica com seu worker até se fechar. Por isso, o que é desigual na chegada continua desigual enquanto as conexões durarem, e as mensagens acompanham.',
    }),
  ];
}

function bars(all: readonly Spreading[]): Bars {
  return {
    kind: 'bars',
    title: { en: 'The busiest worker’s share', 'pt-BR': 'A parte do worker mais ocupado' },
    description: {
      en: 'Share of the connections on the busiest worker, by server, way of spreading and arrival. The mark is what each would have if all had the same.',
      'pt-BR': 'Parte das conexões no worker mais ocupado, por servidor, modo de distribuir e chegada. A marca é o que cada um teria se todos tivessem o mesmo.',
    },
    unit: 'share',
    bars: all.map((one) => ({
      label: { en: nameOf(one, 'en'), 'pt-BR': nameOf(one, 'pt-BR') },
      server: one.server,
      value: busiest(one).value,
      ...rangeOf(busiest(one)),
    })),
    mark: { value: fairShare(all), label: { en: 'a fair share', 'pt-BR': 'uma parte justa' } },
  };
}

function table(all: readonly Spreading[], of: keyof Shares, title: Text): Table {
  const most = Math.max(...all.flatMap(({ shares }) => shares.map((one) => one[of].length)));
  const numbers = Array.from({ length: most }, (_, index) => index);
  return {
    title,
    columns: [
      { en: 'server', 'pt-BR': 'servidor' },
      { en: 'spread by', 'pt-BR': 'distribuição' },
      { en: 'arrival', 'pt-BR': 'chegada' },
      ...numbers.map((index) => ({ en: `worker ${index + 1}`, 'pt-BR': `worker ${index + 1}` })),
      { en: 'the busiest one’s share', 'pt-BR': 'parte do mais ocupado' },
    ],
    rows: all.map(({ server, variant, arrival, shares }): Cell[] => [
      server,
      variant.choice,
      arrivalNames[arrival],
      ...numbers.map((index) => spread(shares.map((one) => one[of][index] ?? 0), 'count')),
      spread(shares.map(busiestShare(of)), 'share'),
    ]),
  };
}
