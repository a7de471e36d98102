export { allowedCpus } from './allowed-cpus.ts';
export type { Exit } from './exit.ts';
export { exitWords } from './exit-words.ts';
export { lastLines } from './last-lines.ts';
export type { ProcessStat } from './process-stat.ts';
export { processesOf } from './processes-of.ts';
export { type Run, runProgram } from './run-program.ts';
export { type Command, Session } from './session.ts';
