import { oneOf } from '../flag.ts';
import { hangTimeoutFlag, workersFlag } from '../workers/worker-flags.ts';

/** Flags such as a model has that runs workers. */
export const modelFlags = {
  workers: workersFlag,
  hangTimeout: hangTimeoutFlag,
  scheduling: {
    ...oneOf(['none', 'rr']),
    placeholder: 'none|rr',
    default: 'none',
    help: { en: 'who spreads connections', 'pt-BR': 'quem distribui as conexões' },
  },
} as const;
