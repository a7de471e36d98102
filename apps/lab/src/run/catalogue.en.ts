/** Everything that `run` says to a person. */
export const english = {
  claims: 'What the course report claims',
  untried: (claims: number): string =>
    `${claims === 1 ? '1 claim was' : `${claims} claims were`} not tried; the report says why.`,
  conclusions: 'Which approach for which case',
  skipped: 'Skipped',
  leftOut: 'Left out or smaller than with --thorough',
  loaded: (share: string): string =>
    `The machine was busy with other things (${share} of it): trust orders and ratios, not single figures.`,
  stopped: 'stopped',
  stoppedRun: (done: number, chosen: number): string =>
    `Stopped after ${done} of ${chosen} experiments; what was measured is kept.`,
  files: { report: 'report', markdown: 'as Markdown', comparison: 'the code, side by side', record: 'record', handIn: 'to hand in, on two pages', earlier: 'the one before' },
  took: (time: string): string => `Took ${time}.`,
  takenOut: (server: string, reason: string): string => `${server} was taken out: ${reason}`,
  /** What came of an experiment, or of a look at a server. */
  came: {
    done: (id: string, answer: string): string => `${id}: ${answer}`,
    skipped: (id: string, reason: string): string => `${id} skipped: ${reason}`,
    failed: (id: string, reason: string): string => `${id} failed: ${reason}`,
  },
  unexpected: (error: string): string => `this should not happen (${error})`,
  usage: {
    server: (name: string, known: readonly string[]): string =>
      `error: there is no server ${name}; there are ${known.join(', ')}`,
    experiment: (id: string, known: readonly string[]): string =>
      `error: there is no experiment ${id}; there are ${known.join(', ')}`,
    promise: (command: string, servings: readonly string[]): string =>
      `error: --server '${command}' needs a name and what it promises, 'name:${servings.join('|')}=command {port}'`,
    noPort: (command: string): string =>
      `error: --server '${command}' has no {port}, in whose place the port would stand`,
    none: (flag: string): string => `error: ${flag} names none`,
    noneOfOurs: (ours: readonly string[]): string =>
      `error: --servers needs one of ${ours.join(', ')}; those in Python only stand beside them`,
    twice: (name: string): string =>
      `error: ${name} stands there twice; give one of them another name with --server 'name:overlapping=command {port}'`,
  },
  help: {
    description:
      'Runs the experiments against every approach, says which claims hold, and writes a report. About three minutes.',
    quick: 'in less than a minute: fewer repeats, smaller numbers',
    thorough: 'for as long as good figures need: about 20 minutes',
    servers: 'only these servers, with commas between them, as serial,async,python-threads',
    server: "another server beside them, as 'name:serial|overlapping=command {port}'; may be repeated",
    experiments: 'only these experiments, with commas between their ids',
    author: 'who stands on the report; with it, a report of two pages to hand in is written too',
    course: 'the course that stands on the report',
    out: 'where report and record go; an earlier one is kept with its time',
    json: 'write the record to stdout, and nothing else',
  },
};
