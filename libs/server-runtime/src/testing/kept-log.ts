import type { EventName, EventOf, Log, LogEvent, Untold } from '#logging';

/** A log that keeps its events for those who look, and tells those who wait. */
export class KeptLog implements Log {
  readonly messages = true;
  readonly replies = true;
  readonly events: LogEvent[] = [];
  readonly #waiting = new Set<() => void>();

  emit(event: LogEvent): void {
    this.events.push(event);
    for (const look of this.#waiting) look();
  }

  /** Nothing is held back. */
  share(): Untold | undefined {
    return undefined;
  }

  take(): void {
    throw new Error('nothing was held back');
  }

  /** What has been said so far. */
  get names(): EventName[] {
    return this.events.map(({ event }) => event);
  }

  all<Name extends EventName>(name: Name): EventOf<Name>[] {
    return this.events.filter((event): event is EventOf<Name> => event.event === name);
  }

  /** Resolves when an event of this name has been said `times` times. */
  said(name: EventName, times = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.all(name).length < times) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }
}
