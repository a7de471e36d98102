/** The ways in which the reference server can be broken, one at a time, with `--broken NAME`. */
export const quirks = [
  // What it answers
  'no-prefix', 'one-message-only', 'crossed-replies', 'serves-few-clients', 'ends-at-silence', 'chunk-awaits-lf', 'cuts-reads',
  'cuts-characters',
  'line-is-a-read', 'few-lines-a-read', 'strips-cr', 'cr-ends-lines', 'skips-empty', 'normalises', 'strips-bom',
  'decodes-each-read', 'replaces-invalid', 'strips-control', 'ends-at-tls', 'hates-http', 'writes-each',
  // What it answers rarely, wrong
  'repeats-each-1000th', 'counts-messages-in-16-bits', 'counts-bytes-in-16-bits', 'shortens-4097', 'shortens-1371',
  'shortens-what-two-reads-bring', 'joins-three-bytes', 'repeats-a-full-read', 'fails-the-500th-client', 'has-256-slots',
  'reads-into-one-buffer',
  // Limits and errors
  'limit-less-one', 'no-limit', 'limit-in-characters', 'limit-at-lf', 'ignores-limit-flag', 'error-drops-earlier',
  'no-fin-after-error', 'destroys-after-error', 'answers-after-error', 'reads-for-ever', 'hoards',
  // How connections end
  'never-ends', 'drops-unfinished', 'adds-a-reply-at-fin', 'destroys-at-fin', 'no-backpressure', 'waits-for-slowest',
  'drops-when-full', 'reset-ends-server', 'leaving-ends-all', 'leaks-descriptors', 'no-keep-alive',
  // Waiting and refusing
  'refuses-waiting', 'serves-at-once', 'serves-one-at-a-time', 'last-come-first-served', 'drops-who-left-waiting', 'waits-for-the-gone', 'work-blocks-all',
  'waiting-unsaid', 'waited-no-time', 'calls-all-waiting',
  'refuses-a-storm', 'full-is-silent', 'full-ends-all', 'full-too-early', 'full-resets', 'never-frees',
  'refusal-unlogged', 'no-descriptor-reserve', 'takes-any-limit', 'leaks',
  // Idle time-out
  'idle-never', 'idle-by-bytes', 'idle-absolute', 'idle-during-work', 'idle-from-accept', 'idle-naive-timer',
  // Work and workers
  'work-failure-ends-server', 'work-in-parallel', 'replies-with-the-last', 'no-hash', 'worker-not-replaced',
  'hung-worker-not-found', 'no-workers', 'respawns-for-ever', 'needs-each-process', 'worker-dies-on-signal',
  // Signals
  'dies-on-signal', 'answers-unfinished-at-drain', 'ignores-sigint', 'accepts-while-draining', 'drains-for-ever',
  'second-signal-kills', 'ignores-later-signal', 'leaves-a-process', 'keeps-the-port', 'serves-waiting-at-drain',
  'dies-with-its-terminal', 'no-drain-delay', 'delays-for-ever', 'worker-drains-at-once', 'finish-ends', 'finish-drops-who-waits',
  // The header of the PROXY protocol
  'header-is-a-message', 'eats-after-header', 'no-binary-header', 'refuses-unknown', 'header-in-one-read', 'guesses-header',
  'any-header-size', 'waits-for-header', 'header-time-from-accept', 'names-the-proxy', 'logs-checks', 'bad-header-unlogged',
  // Starting and the log
  'joins-any-cluster', 'says-more', 'answers-before-ready', 'no-json', 'listens-everywhere', 'ignores-host', 'ignores-environment',
  'takes-any-flag', 'takes-any-value', 'throws-on-error', 'english-only', 'raw-log', 'stack-in-log', 'warns-of-all',
  'says-probes', 'logs-when-silent', 'writes-log-at-any-cost',
] as const;
export type Quirk = (typeof quirks)[number];

const at = process.argv.indexOf('--broken');
const chosen = at === -1 ? undefined : process.argv[at + 1];

/** Whether this server is broken in this way. */
export function broken(quirk: Quirk): boolean {
  return chosen === quirk;
}
