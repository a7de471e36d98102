import type { EventName, LogEvent } from './events.ts';

/** What to write: everything from this level up; `silent` is nothing. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * How much an event matters. `received` and `replied` come with every message, the rest once a connection or less. What is
 * said of a probe, which connects and leaves at once without a byte, is for debug, whatever stands here: held-lines.ts.
 */
export const eventLevels = {
  listening: 'info',
  'admin-listening': 'info',
  accepted: 'info',
  waiting: 'info',
  'handed-over': 'info',
  'not-handed-over': 'error',
  serving: 'info',
  proxied: 'info',
  'bad-header': 'warn',
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
  'stop-asked': 'info',
  draining: 'info',
  stopped: 'info',
  dropped: 'warn',
} as const satisfies Record<EventName, Exclude<LogLevel, 'silent'>>;

export type EventLevel = (typeof eventLevels)[EventName];

/** How much this one matters: what is said of a connection that is to be quiet, less. */
export function levelOf(event: LogEvent): EventLevel {
  const level = eventLevels[event.event];
  return level === 'info' && 'quiet' in event ? 'debug' : level;
}

/** Whether a log of level `from` holds what matters that much. */
export function isLogged(level: EventLevel, from: LogLevel): boolean {
  return logLevels.indexOf(level) >= logLevels.indexOf(from);
}
