import { availableParallelism } from 'node:os';
import { duration, oneOf, wholeNumber } from '../flag.ts';
import { transferModes } from './socket-handle.ts';

/** `--workers`, of the models that have some. */
export const workersFlag = {
  ...wholeNumber(1, 1_024),
  placeholder: 'N',
  default: String(availableParallelism()),
  help: {
    en: 'workers that serve connections; one for each core that Node finds, which does not see every CPU quota of cgroup v1',
    'pt-BR':
      'workers que atendem conexões; um por núcleo que o Node encontra, e ele não enxerga toda cota de CPU do cgroup v1',
  },
} as const;

/** `--hang-timeout`, of the models that have workers. */
export const hangTimeoutFlag = {
  ...duration,
  placeholder: 'TIME|off',
  default: '30s',
  help: {
    en: 'silence after which a worker is taken for hung and replaced',
    'pt-BR': 'silêncio após o qual um worker é considerado travado e é substituído',
  },
} as const;

/** `--transfer`, of the models that hand connections over to threads. */
export const transferFlag = {
  ...oneOf(transferModes),
  placeholder: transferModes.join('|'),
  default: undefined,
  help: {
    en: "what of a connection is transferred to a thread: its socket, as Node documents it, or the socket's handle alone, which costs less; by default handle, where this Node can",
    'pt-BR':
      'o que de uma conexão se transfere a uma thread: o socket, como o Node documenta, ou só o handle dele, que custa menos; por padrão handle, se este Node puder',
  },
} as const;
