import type { Text } from '#record';
import { ExperimentError } from './experiment-error.ts';

/** That a server broke the contract, and what it did; a text is in both languages what it is. */
export function contractBroken(server: string, how: Text | string): ExperimentError {
  const { en, 'pt-BR': ptBR } = typeof how === 'string' ? { en: how, 'pt-BR': how } : how;
  return new ExperimentError({ en: `${server} broke the contract: ${en}`, 'pt-BR': `${server} descumpriu o contrato: ${ptBR}` });
}
