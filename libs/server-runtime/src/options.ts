import type { Language } from '#command-line';
import { logFormats, logLevels } from '#logging';
import { framings } from '#protocol';
import { duration, hostAndPort, language, oneOf, onOff, text, type Values, wholeNumber } from './flag.ts';
import { readModes, type ReadMode } from './chunk-reader.ts';
import { workFlag } from './work.ts';

/** The flags that every server takes. A model adds its own through `ConcurrencyModel.flags`. */
export const commonFlags = {
  host: {
    ...text('a host name or an IP address', 'um nome de máquina ou um endereço IP'),
    placeholder: 'HOST',
    default: '127.0.0.1',
    help: {
      en: 'address to listen on; nothing is open to the network unless asked',
      'pt-BR': 'endereço em que escutar; nada fica exposto à rede sem que se peça',
    },
  },
  port: {
    ...wholeNumber(0, 65_535),
    placeholder: 'PORT',
    default: '5000',
    help: { en: 'port to listen on; 0 picks a free one', 'pt-BR': 'porta em que escutar; 0 escolhe uma livre' },
  },
  backlog: {
    ...wholeNumber(1, 65_535),
    placeholder: 'N',
    default: '511',
    help: {
      en: "length of the kernel's queue of connections that were not accepted yet",
      'pt-BR': 'tamanho da fila do kernel com as conexões ainda não aceitas',
    },
  },
  framing: {
    ...oneOf(framings),
    placeholder: framings.join('|'),
    default: 'chunk',
    help: {
      en: 'what a message is: what one read delivers, or a line',
      'pt-BR': 'o que é uma mensagem: o que uma leitura entrega, ou uma linha',
    },
  },
  work: workFlag,
  read: {
    ...oneOf(readModes),
    placeholder: readModes.join('|'),
    default: undefined,
    help: {
      en: 'how reads come: into one buffer that all connections share, or as a stream of fresh ones; by default buffer, where this Node can',
      'pt-BR':
        'como as leituras chegam: em um só buffer para todas as conexões, ou como um stream de buffers novos; por padrão buffer, se este Node puder',
    },
  },
  proxyProtocol: {
    ...onOff,
    placeholder: 'on|off',
    default: 'off',
    help: {
      en: 'each connection begins with a header of the PROXY protocol, version 1 or 2, which names the client: for a port that only a proxy reaches',
      'pt-BR':
        'cada conexão começa com um cabeçalho do protocolo PROXY, versão 1 ou 2, que diz quem é o cliente: para uma porta que só um proxy alcança',
    },
  },
  maxConnections: {
    ...wholeNumber(1, 10_000_000),
    placeholder: 'N',
    default: undefined,
    help: {
      en: 'open connections, waiting ones included, beyond which clients are refused; by default what the descriptor limit leaves',
      'pt-BR':
        'conexões abertas, contando as que esperam, acima das quais clientes são recusados; por padrão, o que o limite de descritores permite',
    },
  },
  maxMessageBytes: {
    ...wholeNumber(1, 1_000_000_000),
    placeholder: 'BYTES',
    default: '65536',
    help: {
      en: 'longest message that framing line takes, its line end not counted',
      'pt-BR': 'maior mensagem que o enquadramento line aceita, sem contar o fim da linha',
    },
  },
  idleTimeout: {
    ...duration,
    placeholder: 'TIME|off',
    default: 'off',
    help: {
      en: 'close a connection on which no message was completed for that long',
      'pt-BR': 'fecha a conexão em que nenhuma mensagem se completou nesse tempo',
    },
  },
  drainTimeout: {
    ...duration,
    placeholder: 'TIME|off',
    default: '10s',
    help: {
      en: 'on SIGINT, SIGTERM or SIGHUP, how long open connections may take to end',
      'pt-BR': 'após SIGINT, SIGTERM ou SIGHUP, quanto as conexões abertas podem demorar a terminar',
    },
  },
  drainDelay: {
    ...duration,
    placeholder: 'TIME|off',
    default: 'off',
    help: {
      en: 'on such a signal, how long to go on as before, for whoever sends clients here to learn of it first',
      'pt-BR': 'após um desses sinais, por quanto tempo continuar como antes, para que quem encaminha clientes para cá saiba primeiro',
    },
  },
  drain: {
    ...oneOf(['end', 'finish']),
    placeholder: 'end|finish',
    default: 'end',
    help: {
      en: 'what becomes of open connections then: they end, once what was read is answered (end), or are served until their clients leave (finish)',
      'pt-BR':
        'o que então acontece com as conexões abertas: terminam, respondido o que foi lido (end), ou são atendidas até que os clientes saiam (finish)',
    },
  },
  admin: {
    ...hostAndPort,
    placeholder: 'HOST:PORT',
    default: undefined,
    help: {
      en: 'where to answer /livez, /readyz and, for Prometheus, /metrics over HTTP; nowhere by default',
      'pt-BR': 'onde responder a /livez, /readyz e, para o Prometheus, /metrics por HTTP; por padrão, em lugar nenhum',
    },
  },
  logLevel: {
    ...oneOf(logLevels),
    placeholder: logLevels.join('|'),
    default: 'info',
    help: { en: 'what the log says', 'pt-BR': 'o que vai para o log' },
  },
  logFormat: {
    ...oneOf(logFormats),
    placeholder: logFormats.join('|'),
    default: 'pretty',
    help: { en: 'for people, or one JSON object a line', 'pt-BR': 'para pessoas, ou um objeto JSON por linha' },
  },
  lang: {
    ...language,
    placeholder: 'en|pt-BR',
    default: undefined,
    help: { en: "language; by default the locale's", 'pt-BR': 'idioma; por padrão, o do sistema' },
  },
} as const;

/** What the command line, the environment and the defaults settled. Plain data: it crosses to workers as it is. */
export type ServerOptions = Omit<Values<typeof commonFlags>, 'admin' | 'lang' | 'maxConnections' | 'read'> & {
  readonly lang: Language;
  /** Undefined: nowhere. */
  readonly admin: Values<typeof commonFlags>['admin'] | undefined;
  /** Undefined: as many as the descriptor limit of the process allows. */
  readonly maxConnections: number | undefined;
  /** Undefined: `buffer`, where this Node can. */
  readonly read: ReadMode | undefined;
};
