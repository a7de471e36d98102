import { type Bars, highOf, type Quantity, quantity, spread, type Statement, statement, type Table, type Text } from '#record';
import { barOf } from '../../findings/bar-of.ts';
import { byServer } from '../../findings/by-server.ts';
import { tableOf } from '../../findings/table-of.ts';
import { busiestShare, type Shares } from './worker-shares.ts';
import type { ExperimentResult } from '../../running/experiment.ts';

export const arrivals = ['burst', 'paced'] as const;
export type Arrival = (typeof arrivals)[number];
const arrivalNames: Readonly<Record<Arrival, Text>> = {
  burst: { en: 'all at once', 'pt-BR': 'todas de uma vez' },
  paced: { en: 'one by one', 'pt-BR': 'uma a uma' },
};

/** One way in which a server can be told to spread connections. */
export interface Variant {
  /** What sets it apart; empty for a server that knows one way alone. */
  readonly choice: string;
  /** Whether the server does so unasked. */
  readonly usual: boolean;
}

/** One variant of one server with connections that arrive in one way, round by round. */
export interface Spreading {
  readonly server: string;
  readonly variant: Variant;
  readonly arrival: Arrival;
  readonly shares: readonly Shares[];
}

export function concludeFairness(all: readonly Spreading[]): ExperimentResult {
  return {
    findings: {
      answer: answerOf(all),
      notes: notesOf(all),
      charts: [bars(all)],
      tables: [
        table(all, 'connections', { en: 'Connections by worker', 'pt-BR': 'Conexões por worker' }),
        table(all, 'messages', { en: 'Messages by worker', 'pt-BR': 'Mensagens por worker' }),
      ],
      figures: { 'busiest-share-burst': usualShares(all, 'burst'), 'busiest-share-paced': usualShares(all, 'paced') },
    },
  };
}

function busiest({ shares }: Spreading): Quantity {
  return spread(shares.map(busiestShare('connections')), 'share');
}

function isSame(one: Quantity, other: Quantity): boolean {
  return one.value === other.value && one.low === other.low && one.high === other.high;
}

/** Of each server as it spreads connections unasked. */
function usualShares(all: readonly Spreading[], of: Arrival): Record<string, Quantity> {
  const usual = all.filter(({ variant, arrival }) => variant.usual && arrival === of);
  return byServer(usual, busiest);
}

/** What each worker would get if all got the same. */
function fairShare(all: readonly Spreading[]): number {
  return 1 / Math.max(...all.flatMap(({ shares }) => shares.map((one) => one.connections.length)));
}

function answerOf(all: readonly Spreading[]): Statement {
  const byShare = all.map(busiest).toSorted((a, b) => a.value - b.value || highOf(a) - highOf(b));
  const [least, most] = [byShare[0] as Quantity, byShare.at(-1) as Quantity];
  const figures = { fair: quantity(fairShare(all), 'share'), least, most };
  const those = (share: Quantity, language: keyof Text): string =>
    all.filter((one) => isSame(busiest(one), share)).map((one) => nameOf(one, language)).join(', ');
  if (figures.least.value === figures.most.value) {
    return statement({
      en: 'A fair share is {fair} of the connections. However they came, and whoever decided, the busiest worker had {least}.',
      'pt-BR': 'Numa divisão igual, cada worker teria {fair} das conexões. Em todas as formas de chegada e de distribuição, o worker mais ocupado ficou com {least}.',
      figures,
    });
  }
  return statement({
    en: `That depends on who decides. A fair share is {fair} of the connections. The busiest worker had {least} where it was most even (${those(least, 'en')}), and {most} where it was least so (${those(most, 'en')}).`,
    'pt-BR': `Depende de quem decide. Numa divisão igual, cada worker teria {fair} das conexões. O worker mais ocupado ficou com {least} no caso mais equilibrado (${those(least, 'pt-BR')}) e com {most} no menos equilibrado (${those(most, 'pt-BR')}).`,
    figures,
  });
}

function nameOf({ server, variant, arrival }: Spreading, language: keyof Text): string {
  return [server, variant.choice, `· ${arrivalNames[arrival][language]}`].filter((part) => part !== '').join(' ');
}

/** How each choice decides, as its server's README has it: only of those that were tried. */
const deciders: Readonly<Record<string, Text>> = {
  '--scheduling none': {
    en: '“--scheduling none”: all processes ask one listening socket, and the kernel gives a connection to whichever asks first. A process that is awake asks sooner, and so gets more.',
    'pt-BR':
      '“--scheduling none”: todos os processos aceitam do mesmo socket de escuta, e o kernel entrega a conexão ao primeiro que a pedir. Um processo que já está acordado pede antes e por isso fica com mais.',
  },
  '--scheduling rr': {
    en: '“--scheduling rr”: the primary accepts and deals connections out in turn, and keeps each until the worker has said that it has it. That is even however they come, while no worker ends; a burst all goes through the one primary.',
    'pt-BR':
      '“--scheduling rr”: o primário aceita e distribui as conexões em rodízio (round-robin), e guarda cada uma até o worker confirmar que a recebeu. A divisão fica igual, cheguem elas como chegarem, enquanto nenhum worker terminar; uma rajada, porém, passa inteira pelo único primário.',
  },
  '--accept hand-over': {
    en: '“--accept hand-over”: the main thread hands each socket to the thread that has the fewest open. That is even in what is open now, not in what was served in all.',
    'pt-BR':
      '“--accept hand-over”: a thread principal entrega cada socket à thread com menos conexões abertas. Fica equilibrado o número de conexões abertas no momento, não o total atendido.',
  },
  '--accept reuse-port': {
    en: '“--accept reuse-port”: the kernel chooses by a hash of the addresses, without a look at who is busy. That is even on average, and as uneven as dice for a few.',
    'pt-BR':
      '“--accept reuse-port”: o kernel escolhe por um hash dos endereços, sem olhar quem está ocupado. Em média fica equilibrado; com poucas conexões, é tão desigual quanto um lance de dados.',
  },
};

function notesOf(all: readonly Spreading[]): Statement[] {
  return [
    ...Object.entries(deciders)
      .filter(([choice]) => all.some(({ variant }) => variant.choice === choice))
      .map(([, text]) => statement(text)),
    statement({
      en: 'A connection stays with its worker until it closes. So what is uneven when connections come stays uneven for as long as they last, and the messages follow.',
      'pt-BR':
        'Uma conexão fica com seu worker até fechar. Por isso a desigualdade da chegada dura tanto quanto as conexões, e as mensagens a acompanham.',
    }),
  ];
}

function bars(all: readonly Spreading[]): Bars {
  return {
    kind: 'bars',
    title: { en: 'The busiest worker’s share', 'pt-BR': 'A parcela do worker mais ocupado' },
    description: {
      en: 'Share of the connections on the busiest worker, by server, way of spreading and arrival. The mark is what each would have if all had the same.',
      'pt-BR': 'Parcela das conexões com o worker mais ocupado, por servidor, forma de distribuição e chegada. A marca é a parcela de cada um numa divisão igual.',
    },
    unit: 'share',
    bars: all.map((one) => barOf({ en: nameOf(one, 'en'), 'pt-BR': nameOf(one, 'pt-BR') }, busiest(one), one.server)),
    mark: { value: fairShare(all), label: { en: 'a fair share', 'pt-BR': 'divisão igual' } },
  };
}

function table(all: readonly Spreading[], of: keyof Shares, title: Text): Table {
  const most = Math.max(...all.flatMap(({ shares }) => shares.map((one) => one[of].length)));
  const numbers = Array.from({ length: most }, (_, index) => index);
  return tableOf<Spreading>(title, all, [
    { en: 'server', 'pt-BR': 'servidor', cell: ({ server }) => server },
    { en: 'spread by', 'pt-BR': 'distribuição', cell: ({ variant }) => variant.choice },
    { en: 'arrival', 'pt-BR': 'chegada', cell: ({ arrival }) => arrivalNames[arrival] },
    ...numbers.map((index) => ({
      en: `worker ${index + 1}`,
      'pt-BR': `worker ${index + 1}`,
      cell: ({ shares }: Spreading) => spread(shares.map((one) => one[of][index] ?? 0), 'count'),
    })),
    {
      en: 'the busiest one’s share',
      'pt-BR': 'parcela do mais ocupado',
      cell: ({ shares }) => spread(shares.map(busiestShare(of)), 'share'),
    },
  ]);
}
