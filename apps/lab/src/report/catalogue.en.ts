/** Everything that `report` says to a person, and what all commands say of records. */
export const english = {
  noRecord: (file: string): string => `there is no record ${file}; make one with npm start`,
  badRecord: (file: string, reason: string): string =>
    `${file} is no record that this version can read (${reason}); make one with npm start`,
  /** One that belongs into the report, and would be lost from it. */
  inTheWay: (file: string, reason: string): string =>
    `${file} is no record that this version can read (${reason}), and belongs into the report; move it away, or choose another folder with --out`,
  unwritable: (folder: string, reason: string): string =>
    `nothing can be written to ${folder} (${reason}); choose another folder with --out`,
  diskFull: (folder: string): string =>
    `the disk that holds ${folder} is full, so nothing was written; make room, or choose another with --out`,
  written: (file: string): string => `written: ${file}`,
  help: {
    description: 'Draws the report again from the record of a run, and what its author hands in: as pages and as Markdown.',
    record: 'the record of a run',
    out: 'where the report goes (default: beside the record)',
    printAll: 'nothing is folded, so that everything is printed',
  },
};
