/** What `compare` and `compare:page` say to a person beside the review itself. */
export const english = {
  help: {
    compare: 'Puts two approaches side by side: their figures, and what differs in their code.',
    page: 'Writes the review of all approaches, by concern and pair by pair, as one HTML page.',
    left: 'an approach, as serial or server-serial',
    right: 'the one to hold against it',
    json: 'write one JSON object to stdout',
    record: 'the run whose figures stand beside the code',
    out: 'where to write it',
  },
  unknown: (name: string, known: readonly string[]): string => `there is no approach ${name}; there are ${known.join(', ')}`,
  twice: (name: string): string => `${name} against itself shows no difference; name two approaches`,
  badRecord: (path: string, why: string): string => `${path} is no record of a run that can be read (${why}); its figures are left out`,
  unreadable: (path: string, why: string): string => `${path} is no record of a run that can be read (${why}); choose another with --record`,
  cannotWrite: (path: string, why: string): string => `${path} could not be written (${why}); choose another place with --out`,
  figure: 'figure',
  ranges: 'What was measured is the median of its rounds; in brackets, from the lowest of them to the highest.',
  differ: 'They differ in',
  ask: 'What a reviewer should ask',
  same: (files: readonly string[]): string => `The same in both: ${files.join(', ')}`,
  written: (path: string, kilobytes: number): string => `${path}: ${kilobytes} kB`,
};
