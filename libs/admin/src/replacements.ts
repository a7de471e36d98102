import type { LogEvent } from '#logging';

/** Why a worker was replaced. `signal` is one that ended it or told it to drain. */
export const replacementReasons = ['hung', 'signal', 'exit', 'error', 'not-started'] as const;
export type ReplacementReason = (typeof replacementReasons)[number];

/** Counts the workers that were replaced, by what was said of them before. */
export class Replacements {
  readonly #reasons = new Map<number, ReplacementReason>();
  readonly #counts: Record<ReplacementReason, number> = { hung: 0, signal: 0, exit: 0, error: 0, 'not-started': 0 };

  take(event: LogEvent): void {
    switch (event.event) {
      case 'worker-hung':
        this.#reasons.set(event.id, 'hung');
        break;
      case 'worker-not-started':
        this.#reasons.set(event.id, 'not-started');
        break;
      case 'worker-ended': // One that was hung has been ended by us.
        if (!this.#reasons.has(event.id)) this.#reasons.set(event.id, reasonOf(event.reason));
        break;
      case 'worker-replaced':
        this.#counts[this.#reasons.get(event.id) ?? 'exit']++;
        this.#reasons.delete(event.id);
    }
  }

  get counts(): Readonly<Record<ReplacementReason, number>> {
    return { ...this.#counts };
  }
}

/** @param reason as a `worker-ended` event has it: a signal, `exit(CODE)`, or what an error said */
function reasonOf(reason: string): ReplacementReason {
  if (/^SIG[A-Z0-9]+$/.test(reason)) return 'signal';
  return /^exit\(\d+\)$/.test(reason) ? 'exit' : 'error';
}
