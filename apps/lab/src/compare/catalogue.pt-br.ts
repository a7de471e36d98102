import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  help: {
    compare: 'Põe duas abordagens lado a lado: os números de cada uma e o que difere no código.',
    page: 'Escreve a revisão de todas as abordagens, por tarefa e par a par, em uma única página HTML.',
    left: 'uma abordagem, como serial ou server-serial',
    right: 'a abordagem a comparar com ela',
    json: 'escreve um objeto JSON na saída padrão',
    record: 'a execução cujos números ficam ao lado do código',
    out: 'onde escrever',
  },
  unknown: (name, known) => `não existe a abordagem ${name}; existem ${known.join(', ')}`,
  twice: (name) => `${name} contra ela mesma não mostra diferença; informe duas abordagens`,
  badRecord: (path, why) => `${path} não é um registro de execução que se possa ler (${why}); os números dele ficam de fora`,
  unreadable: (path, why) => `${path} não é um registro de execução que se possa ler (${why}); escolha outro com --record`,
  cannotWrite: (path, why) => `não foi possível escrever ${path} (${why}); escolha outro lugar com --out`,
  figure: 'número',
  ranges: 'O que foi medido é a mediana das rodadas; entre parênteses, da menor à maior delas.',
  differ: 'Diferem em',
  ask: 'O que um revisor deve perguntar',
  same: (files) => `Igual nos dois: ${files.join(', ')}`,
  written: (path, kilobytes) => `${path}: ${kilobytes} kB`,
};
