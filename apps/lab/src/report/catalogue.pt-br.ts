import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  noRecord: (file) => `não há o registro ${file}; faça um com npm start`,
  badRecord: (file, reason) => `${file} não é um registro que esta versão possa ler (${reason}); faça um com npm start`,
  inTheWay: (file, reason) =>
    `${file} não é um registro que esta versão possa ler (${reason}), e faz parte do relatório; mova-o para outro lugar ou escolha outra pasta com --out`,
  unwritable: (folder, reason) => `não é possível escrever em ${folder} (${reason}); escolha outra pasta com --out`,
  diskFull: (folder) => `o disco de ${folder} está cheio, e nada foi escrito; libere espaço ou escolha outro com --out`,
  written: (file) => `escrito: ${file}`,
  help: {
    description: 'Gera de novo, a partir do registro de uma execução, o relatório e o que se entrega: como páginas e em Markdown.',
    record: 'o registro de uma execução',
    out: 'onde fica o relatório (padrão: ao lado do registro)',
    printAll: 'nada fica recolhido, e tudo é impresso',
  },
};
