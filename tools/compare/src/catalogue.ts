import type { Language } from '#command-line';

/** What the commands say to a person beside the review itself. */
const english = {
  help: {
    compare: 'Puts two approaches side by side: their figures, and what differs in their code.',
    page: 'Writes the review of all approaches, by concern and pair by pair, as one HTML page.',
    left: 'an approach, as serial or server-serial',
    right: 'the one to hold against it',
    json: 'write one JSON object to stdout',
    record: 'the run whose figures stand beside the code',
    out: 'where to write it',
    lang: 'the language',
  },
  unknown: (name: string, known: readonly string[]): string => `there is no approach ${name}; there are ${known.join(', ')}`,
  twice: (name: string): string => `${name} against itself shows no difference; name two approaches`,
  badRecord: (path: string, why: string): string => `${path} is no record of a run that can be read (${why}); its figures are left out`,
  unreadable: (path: string, why: string): string => `${path} is no record of a run that can be read (${why}); choose another with --record`,
  cannotWrite: (path: string, why: string): string => `${path} could not be written (${why}); choose another place with --out`,
  figure: 'figure',
  differ: 'They differ in',
  ask: 'What a reviewer should ask',
  same: (files: readonly string[]): string => `The same in both: ${files.join(', ')}`,
  written: (path: string, kilobytes: number): string => `${path}: ${kilobytes} kB`,
};

const portuguese: typeof english = {
  help: {
    compare: 'Põe duas abordagens lado a lado: os números de cada uma e o que difere no código.',
    page: 'Escreve a revisão de todas as abordagens, por tarefa e par a par, em uma única página HTML.',
    left: 'uma abordagem, como serial ou server-serial',
    right: 'a que se compara com ela',
    json: 'escrever um objeto JSON na saída padrão',
    record: 'a execução cujos números ficam ao lado do código',
    out: 'onde escrever',
    lang: 'o idioma',
  },
  unknown: (name, known) => `não existe a abordagem ${name}; existem ${known.join(', ')}`,
  twice: (name) => `${name} contra ela mesma não mostra diferença; diga duas abordagens`,
  badRecord: (path, why) => `${path} não é um registro de execução que se possa ler (${why}); os números dele ficam de fora`,
  unreadable: (path, why) => `${path} não é um registro de execução que se possa ler (${why}); escolha outro com --record`,
  cannotWrite: (path, why) => `não foi possível escrever ${path} (${why}); escolha outro lugar com --out`,
  figure: 'número',
  differ: 'Diferem em',
  ask: 'O que um revisor deve perguntar',
  same: (files) => `Igual nos dois: ${files.join(', ')}`,
  written: (path, kilobytes) => `${path}: ${kilobytes} kB`,
};

/** Where the lab leaves the record of its last run. */
export const recordPath = 'report/run.json';

export type Catalogue = typeof english;

export const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, 'pt-BR': portuguese };
