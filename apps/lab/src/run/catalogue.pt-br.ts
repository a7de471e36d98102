import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  claims: 'O que o relatório da disciplina afirma',
  untried: (claims) =>
    `${claims === 1 ? '1 afirmação não foi testada' : `${claims} afirmações não foram testadas`}; o relatório diz por quê.`,
  conclusions: 'Qual abordagem para qual caso',
  skipped: 'Pulados',
  leftOut: 'Fora desta execução, ou menor do que com --thorough',
  loaded: (share) =>
    `A máquina estava ocupada com outros processos (${share} dela): confie na ordem e nas razões, não em valores isolados.`,
  stopped: 'interrompido',
  stoppedRun: (done, chosen) => `Interrompido após ${done} de ${chosen} experimentos; o que foi medido está guardado.`,
  files: { report: 'relatório', markdown: 'em Markdown', comparison: 'o código, lado a lado', record: 'registro', handIn: 'para entregar, em duas páginas', earlier: 'o anterior' },
  took: (time) => `Levou ${time}.`,
  takenOut: (server, reason) => `${server} foi retirado: ${reason}`,
  came: {
    done: (id, answer) => `${id}: ${answer}`,
    skipped: (id, reason) => `${id} pulado: ${reason}`,
    failed: (id, reason) => `${id} falhou: ${reason}`,
  },
  unexpected: (error) => `isto não deveria acontecer (${error})`,
  usage: {
    server: (name, known) => `erro: não existe o servidor ${name}; existem ${known.join(', ')}`,
    experiment: (id, known) => `erro: não existe o experimento ${id}; existem ${known.join(', ')}`,
    promise: (command, servings) =>
      `erro: --server '${command}' precisa de um nome e do que promete, 'nome:${servings.join('|')}=comando {port}'`,
    noPort: (command) => `erro: --server '${command}' não tem {port}, o lugar da porta`,
    none: (flag) => `erro: ${flag} não indica nenhum`,
    noneOfOurs: (ours) => `erro: --servers precisa de um destes: ${ours.join(', ')}; os em Python só são medidos ao lado deles`,
    twice: (name) => `erro: ${name} aparece duas vezes; dê outro nome a um deles com --server 'nome:overlapping=comando {port}'`,
  },
  help: {
    description:
      'Executa os experimentos com cada abordagem, diz quais afirmações se confirmam e escreve um relatório. ' +
      'Cerca de três minutos.',
    quick: 'em menos de um minuto: menos repetições, números menores',
    thorough: 'pelo tempo que valores confiáveis exigem: cerca de 20 minutos',
    servers: 'só estes servidores, separados por vírgulas, como serial,async,python-threads',
    server: "mais um servidor ao lado dos nossos, como 'nome:serial|overlapping=comando {port}'; pode ser repetido",
    experiments: 'só estes experimentos, com os ids separados por vírgulas',
    author: 'quem assina o relatório; com esta opção, gera também um relatório de duas páginas para entregar',
    course: 'a disciplina que aparece no relatório',
    out: 'onde ficam relatório e registro; um anterior é guardado em uma pasta com a hora no nome',
    json: 'escreve o registro na saída padrão, e mais nada',
  },
};
