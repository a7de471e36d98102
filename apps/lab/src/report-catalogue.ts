import type { Language } from '#command-line';
import { reportEn } from './report-catalogue-en.ts';
import { reportPtBR } from './report-catalogue-pt-br.ts';

/** Everything that `report` says to a person, and what all commands say of records. */
export interface ReportCatalogue {
  readonly locale: Language;
  readonly noRecord: (file: string) => string;
  readonly badRecord: (file: string, reason: string) => string;
  /** One that belongs into the report, and would be lost from it. */
  readonly inTheWay: (file: string, reason: string) => string;
  readonly unwritable: (folder: string, reason: string) => string;
  readonly diskFull: (folder: string) => string;
  readonly written: (file: string) => string;
  readonly help: Readonly<Record<'description' | 'record' | 'out' | 'lang', string>>;
}

export const reportCatalogues: Readonly<Record<Language, ReportCatalogue>> = { en: reportEn, 'pt-BR': reportPtBR };
