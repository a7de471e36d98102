import type { ReportCatalogue } from './report-catalogue.ts';

export const reportEn: ReportCatalogue = {
  locale: 'en',
  noRecord: (file) => `there is no record ${file}; make one with npm start`,
  badRecord: (file, reason) => `${file} is no record that this version can read (${reason}); make one with npm start`,
  inTheWay: (file, reason) =>
    `${file} is no record that this version can read (${reason}), and belongs into the report; move it away, or choose another folder with --out`,
  unwritable: (folder, reason) => `nothing can be written to ${folder} (${reason}); choose another folder with --out`,
  diskFull: (folder) => `the disk that holds ${folder} is full, so nothing was written; make room, or choose another with --out`,
  written: (file) => `written: ${file}`,
  help: {
    description: 'Draws the report again from the record of a run: as a page and as Markdown.',
    record: 'the record of a run',
    out: 'where the report goes (default: beside the record)',
    lang: 'the language',
  },
};
