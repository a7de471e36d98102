export { addressText } from './address-text.ts';
export { createLog, type LogFormat, logFormats, type LogOptions } from './create-log.ts';
export type { AboutConnection, EventName, EventOf, LogEvent } from './events.ts';
export { createLineSink, type LineSink } from './line-sink.ts';
export type { Untold } from './held-lines.ts';
export type { Counts, Log } from './log.ts';
export { type LogLevel, logLevels } from './log-level.ts';
