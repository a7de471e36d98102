import { type Statement, statement } from '#record';
import type { BenchServer } from './bench-server.ts';
import type { Scenario } from './scenario.ts';

/** Why a scenario cannot be tried on a server. */
export function whyWithout({ needs = [] }: Scenario, { serves, kind }: BenchServer): Statement | undefined {
  if (needs.includes('side-by-side') && serves === 'serial') {
    return statement({ en: 'it serves one connection at a time', 'pt-BR': 'ele atende uma conexão por vez' });
  }
  if (needs.includes('work') && kind !== 'approach') {
    return statement({ en: 'it has no work to do for a message', 'pt-BR': 'ele não tem trabalho a fazer por mensagem' });
  }
  return undefined;
}
