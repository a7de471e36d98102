import type { Exit } from './exit.ts';

/** How a process came to its end, to stand behind its name. */
export interface ExitWords {
  readonly en: string;
  readonly 'pt-BR': string;
}

/** @param lastLines what it said last; may be empty */
export function exitWords({ code, signal, notStarted }: Exit, lastLines: string): ExitWords {
  if (notStarted !== undefined) {
    const { message } = notStarted;
    return { en: `could not be started: ${message}`, 'pt-BR': `não pôde ser iniciado: ${message}` };
  }
  const said = lastLines === '' ? '' : `: ${lastLines}`;
  if (signal !== null) return { en: `ended by ${signal}${said}`, 'pt-BR': `terminou por ${signal}${said}` };
  return { en: `ended with ${code ?? 0}${said}`, 'pt-BR': `terminou com ${code ?? 0}${said}` };
}
