import { availableParallelism } from 'node:os';
import { duration, wholeNumber } from './flag.ts';

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
    'pt-BR': 'silêncio após o qual um worker é dado por travado e substituído',
  },
} as const;
