/** Everything that `bench` says to a person. */
export const english = {
  columns: { server: 'server', ratio: 'ratio' },
  repeat: 'To repeat it; for one table alone, add --scenarios and the name in brackets:',
  head: (rounds: number, size: string, baseline: string, pin: string): string =>
    `${size}, medians of ${rounds} rounds with their range${baseline === '' ? '' : `, ratios to ${baseline}`}; ${pin}`,
  sizes: { quick: 'quick run', default: 'default run', thorough: 'thorough run' },
  notToldApart: 'not told apart',
  /** Where a ratio has no range. */
  oneRound: '(one round)',
  without: (server: string, reason: string): string => `without ${server}: ${reason}`,
  skipped: (server: string, reason: string): string => `left out: ${server}, ${reason}`,
  limited: '* the load generator was as busy as it can be, or did not send in time what was due: rate and latency are not the server’s alone',
  loaded: (share: string): string => `The machine was busy with other work (${share} of it), so figures may be off.`,
  failed: (reason: string): string => `ended early: ${reason}`,
  unexpected: (error: string): string => `unexpected: ${error}`,
  stopped: 'stopped; what was measured by then is kept',
  took: (time: string): string => `took ${time}`,
  files: { report: 'report', record: 'record', earlier: 'earlier one' },
  progress: {
    building: (server: string): string => `building ${server}`,
    checking: (server: string): string => `holding ${server} to the contract`,
    measured: (round: number, rounds: number, server: string, figures: string): string =>
      `round ${round} of ${rounds}: ${server}  ${figures}`,
  },
  threshold: {
    broken: (text: string, scenario: string, server: string, found: string): string =>
      `${text} does not hold: ${scenario}, ${server}: ${found}`,
    unmeasured: (text: string): string => `${text} does not hold: there is no such figure in this run`,
    kept: (count: number): string => (count === 1 ? 'the threshold holds' : `all ${count} thresholds hold`),
  },
  compare: {
    title: (file: string, date: string): string =>
      `Changes since ${file} (${date}) that are more than the spread of the rounds`,
    better: 'better',
    worse: 'worse',
    same: (count: number): string => (count === 1 ? '1 figure not told apart' : `${count} figures not told apart`),
    undecided: (count: number): string =>
      `${count} ${count === 1 ? 'figure' : 'figures'} that cannot tell: fewer than three rounds in one of the records, or not of the server alone`,
    unmatched: (count: number): string =>
      count === 1 ? '1 figure is in one of the records only' : `${count} figures are in one of the records only`,
    environment: (what: string): string =>
      `Not measured under the same conditions: ${what}. What changed may be due to that.`,
    what: { cpu: 'the processor', cores: 'the number of cores', kernel: 'the kernel', node: 'Node', pin: '--pin' },
    noRecord: (file: string, reason: string): string =>
      `--compare ${file} is no record of the bench that this version can read (${reason})`,
  },
  usage: {
    server: (name: string, known: readonly string[]): string =>
      `there is no server ${name}; there are ${known.join(', ')}`,
    peer: (name: string, known: readonly string[]): string => `there is no peer ${name}; there are ${known.join(', ')}`,
    scenario: (name: string, known: readonly string[]): string =>
      `there is no scenario ${name}; there are ${known.join(', ')}`,
    nothing: 'there is nothing to measure; name a server with --servers, --peers or --server',
    threshold: (text: string): string =>
      `--threshold '${text}' is not understood; it is figure<value, as 'p99<5ms', 'open:p99.9<20ms' or ` +
      `'connect:server-async:ratio<1.6'`,
  },
  help: {
    description:
      'Measures all servers side by side, in rounds, each under the same loads: CPU time, latency, rate, memory, ' +
      'starting. Every reply is checked; one wrong reply ends the run.',
    quick: 'less than a minute, with a wider spread',
    thorough: 'about twenty minutes, with a narrow spread',
    servers: 'servers of this workspace, as async,threads; "none" for none (default: all)',
    peers: 'servers of tools/peers to hold them against: "all", or names, as c-epoll,go',
    server: "another server, as 'command {port}' or 'name=command {port}'; may be repeated",
    scenarios: 'the loads to measure, as single,connect (default: all)',
    rounds: 'how often each server is measured',
    rate: 'messages a second of the load with a fixed rate',
    baseline: 'the server that the others are held against (default: server-async)',
    pin: 'keep server and load on one core together, or apart on cores of their own (taskset)',
    threshold: "exit 99 unless it holds, as 'p99<5ms' or 'open:server-async:p99.9<20ms'; may be repeated",
    compare: 'an earlier bench.json: say what changed since by more than the spread',
    out: 'where bench.json and the report are written',
    json: 'write the record to stdout',
    csv: 'write a line for each figure to stdout',
  },
};
