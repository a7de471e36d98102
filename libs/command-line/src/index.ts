export { formatDuration, parseDuration } from './duration.ts';
export { exitNow, exitWhenWritten } from './exit.ts';
export { ExitCode } from './exit-code.ts';
export { type Language, languageAsked, languages } from './language.ts';
export { mindLostOutput } from './mind-lost-output.ts';
export { runCommandLine } from './run-command-line.ts';
export { StopRequest, type StopSignal, stopSignals } from './stop-request.ts';
export { writableAgain } from './writable-again.ts';
