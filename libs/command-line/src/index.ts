export { formatDuration, parseDuration } from './duration.ts';
export { ExitCode } from './exit-code.ts';
export { type Language, languageAsked, languages } from './language.ts';
export { mindLostOutput } from './mind-lost-output.ts';
