import type { Language } from '#command-line';
import type { Advice, Fit } from '#experiments';
import { adviseEn } from './advise-catalogue-en.ts';
import { advisePtBR } from './advise-catalogue-pt-br.ts';

/** Everything that `advise` says to a person. A language that lacks a text does not compile. */
export interface AdviseCatalogue {
  readonly locale: Language;
  /** What is asked, each part already written out. */
  readonly question: (words: Readonly<Record<'clients' | 'hold' | 'cpu' | 'messages' | 'cores', string>>) => string;
  /** The same with a rate of all of them together in place of messages a connection. */
  readonly questionOfRate: (words: Readonly<Record<'clients' | 'hold' | 'cpu' | 'rate' | 'cores', string>>) => string;
  readonly bounds: Readonly<Record<'replyWithin' | 'memory', (most: string) => string>>;
  readonly columns: Readonly<Record<'server' | 'load' | 'reply' | 'memory' | 'lost' | 'killed' | 'fit', string>>;
  readonly fit: Readonly<Record<Fit, string>>;
  readonly sure: Readonly<Record<Advice['sure'], string>>;
  /** Of which record, with its date and its machine. */
  readonly source: (words: Readonly<Record<'file' | 'date' | 'cpu' | 'cores', string>>) => string;
  readonly noServers: (file: string) => string;
  readonly usage: {
    readonly whole: (min: number, max: number) => string;
    readonly duration: (least: string) => string;
  };
  readonly help: Readonly<
    Record<
      'description' | 'clients' | 'hold' | 'cpu' | 'messages' | 'rate' | 'replyWithin' | 'memory' | 'cores' | 'record' | 'json' | 'lang',
      string
    >
  >;
}

export const adviseCatalogues: Readonly<Record<Language, AdviseCatalogue>> = { en: adviseEn, 'pt-BR': advisePtBR };
