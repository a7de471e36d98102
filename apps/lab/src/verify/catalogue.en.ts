import type { Level, Outcome, Reason } from '#contract';
import type { Score } from './scores.ts';

const reasons: { readonly [Code in Reason['code']]: (detail: string) => string } = {
  'needs-start': () => 'it must start the server itself: give --server',
  'needs-signal': () => 'it must send the server a signal: give --server',
  'needs-kill': () => 'it must kill a process of the server: give --server',
  'needs-flags': () => 'it must start the server with flags: give --server with {flags}',
  long: (detail) => `${detail}: give --long`,
  root: (detail) => `${detail}: give --long, as root`,
  found: (detail) => detail,
  gone: (detail) => `the server accepts nobody any more: ${detail}`,
  'not-started': (detail) => `the server could not be started again: ${detail}`,
  mute: () => 'the server accepts clients and answered none of them; --framing says what a message is to it',
};

const levels: Readonly<Record<Level, string>> = {
  basic: 'one client at a time',
  concurrent: 'several clients at once',
  robust: 'whatever a network brings',
  'echo-lab': 'what only Echo Lab’s own servers promise',
};

/** Everything that `verify` says to a person. */
export const english = {
  columns: { clause: 'clause', result: 'result', time: 'time' },
  levels,
  results: { passed: 'passed', failed: 'FAILED', unsteady: 'unsteady', 'not-tried': 'not tried', 'not-reached': 'not reached' },
  reasons,
  /** So many of all tries passed. */
  unsteady: (passed: number, tries: number): string => `unsteady (${passed} of ${tries})`,
  hint: (cause: string): string => `usual cause: ${cause}`,
  score: ({ level, passed, of, notTried }: Score): string =>
    `${level} ${passed} of ${of}${notTried > 0 ? `, ${notTried} not tried` : ''}`,
  /** One line for so many clauses. */
  notReached: (count: number, why: string): string =>
    `${count} ${count === 1 ? 'clause was' : 'clauses were'} not reached: ${why}`,
  summary: (counts: Readonly<Record<Outcome['result'], number>>, time: string): string =>
    `${counts.passed} passed, ${counts.failed} failed, ${counts.unsteady > 0 ? `${counts.unsteady} unsteady, ` : ''}` +
    `${counts['not-tried']} not tried, ` +
    `${counts['not-reached'] > 0 ? `${counts['not-reached']} not reached, ` : ''}in ${time}`,
  unreachable: (server: string, why: string): string => `${server} cannot be verified: ${why}`,
  stopped: 'stopped; its servers were ended',
  unwritable: (file: string, code: string): string =>
    `${file} cannot be written (${code}); choose another file with --junit`,
  nothingTried: 'no clause could be tried, so nothing was verified',
  usage: {
    address: (text: string): string => `error: "${text}" is no address; write HOST:PORT, such as 127.0.0.1:5000`,
    either: 'error: give either HOST:PORT or --server',
    noPort: 'error: the command of --server needs {port} where the port belongs',
    level: (levels: readonly string[]): string => `It must be of ${levels.join(', ')}, several with commas between them.`,
    noClause: (prefix: string): string => `error: no clause of this kind of server, at the levels asked for, begins with "${prefix}"`,
    bytes: 'It must be a whole number of bytes, at least 1.',
  },
  help: {
    description: 'hold a server, in any language, to the contract of the echo protocol',
    address: 'HOST:PORT of a server that runs',
    framing: 'what a message is to the server',
    serves: 'whether it serves one connection at a time or all at once',
    workers: 'where connections run: in its process, or in processes or threads of its own',
    maxMessageBytes: 'longest message that framing line takes, its line end not counted',
    server: "command that starts the server, with {port} and, if it takes Echo Lab's flags, {flags}",
    level: (levels: readonly string[]): string => `try only the clauses of these levels, of ${levels.join(', ')}`,
    only: 'try only the clauses whose id begins so, or so',
    long: 'try the clauses that take long, too',
    json: 'write one JSON object instead of the table',
    junit: 'write a JUnit report to this file, too',
    lang: 'language of what is said',
  },
};
