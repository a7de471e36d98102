import type { EventName } from './events.ts';

/** What to write: everything from this level up; `silent` is nothing. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * How much an event matters. `received` and `replied` come with every message, the rest once a connection or less. What is
 * said of a probe, which connects and leaves at once without a byte, is for debug, whatever stands here: held-lines.ts.
 */
export const eventLevels = {
  listening: 'info',
  accepted: 'info',
  waiting: 'info',
  'handed-over': 'info',
  'not-handed-over': 'error',
  serving: 'info',
  received: 'info',
  replied: 'debug',
  ended: 'info',
  reset: 'info',
  'timed-out': 'info',
  rejected: 'warn',
  'work-failed': 'error',
  refused: 'warn',
  'accept-failed': 'warn',
  'worker-started': 'debug',
  'worker-not-started': 'warn',
  'worker-ended': 'warn',
  'worker-hung': 'warn',
  'worker-replaced': 'warn',
  draining: 'info',
  stopped: 'info',
  dropped: 'warn',
} as const satisfies Record<EventName, Exclude<LogLevel, 'silent'>>;

/** Whether a log of this level holds the event. */
export function isLogged(event: EventName, level: LogLevel): boolean {
  return logLevels.indexOf(eventLevels[event]) >= logLevels.indexOf(level);
}
