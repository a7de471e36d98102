import type { english } from './catalogue.en.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const portuguese: typeof english = {
  columns: { clause: 'cláusula', result: 'resultado', time: 'tempo' },
  levels: {
    basic: 'um cliente por vez',
    concurrent: 'vários clientes ao mesmo tempo',
    robust: 'tudo o que acontece numa rede',
    'echo-lab': 'o que só os servidores do Echo Lab prometem',
  },
  results: { passed: 'passou', failed: 'FALHOU', unsteady: 'instável', 'not-tried': 'não testada', 'not-reached': 'não alcançada' },
  reasons: {
    'needs-start': () => 'precisa ela mesma iniciar o servidor: informe --server',
    'needs-signal': () => 'precisa enviar um sinal ao servidor: informe --server',
    'needs-kill': () => 'precisa matar um processo do servidor: informe --server',
    'needs-flags': () => 'precisa iniciar o servidor com opções: informe --server com {flags}',
    long: (detail) => `demorada (${detail}): informe --long`,
    root: (detail) => `exige root (${detail}): informe --long, como root`,
    found: (detail) => detail,
    gone: (detail) => `o servidor não aceita mais ninguém: ${detail}`,
    'not-started': (detail) => `não foi possível iniciar o servidor de novo: ${detail}`,
    mute: () => 'o servidor aceita clientes e não respondeu a nenhum; --framing diz o que é uma mensagem para ele',
  },
  unsteady: (passed, tries) => `instável (${passed} de ${tries})`,
  hint: (cause) => `causa comum: ${cause}`,
  score: ({ level, passed, of, notTried }) =>
    `${level} ${passed} de ${of}${notTried > 0 ? `, ${many(notTried, 'não testada', 'não testadas')}` : ''}`,
  notReached: (count, why) => `${many(count, 'cláusula não foi alcançada', 'cláusulas não foram alcançadas')}: ${why}`,
  summary: (counts, time) =>
    [
      many(counts.passed, 'passou', 'passaram'),
      many(counts.failed, 'falhou', 'falharam'),
      ...(counts.unsteady > 0 ? [many(counts.unsteady, 'instável', 'instáveis')] : []),
      many(counts['not-tried'], 'não testada', 'não testadas'),
      ...(counts['not-reached'] > 0 ? [many(counts['not-reached'], 'não alcançada', 'não alcançadas')] : []),
    ].join(', ') + `, em ${time}`,
  unreachable: (server, why) => `não é possível verificar ${server}: ${why}`,
  stopped: 'interrompido; os servidores que iniciou foram encerrados',
  unwritable: (file, code) => `não é possível escrever ${file} (${code}); escolha outro arquivo com --junit`,
  nothingTried: 'nenhuma cláusula pôde ser testada, portanto nada foi verificado',
  usage: {
    address: (text) => `erro: "${text}" não é um endereço; escreva HOST:PORTA, como 127.0.0.1:5000`,
    either: 'erro: informe HOST:PORTA ou --server, um dos dois',
    noPort: 'erro: o comando de --server precisa de {port} no lugar da porta',
    level: (levels) => `Deve ser um destes: ${levels.join(', ')}; vários são separados por vírgulas.`,
    noClause: (prefix) => `erro: nenhuma cláusula deste tipo de servidor, nos níveis pedidos, começa com "${prefix}"`,
    bytes: 'Deve ser um número inteiro de bytes, no mínimo 1.',
  },
  help: {
    description: 'verifica se um servidor, em qualquer linguagem, cumpre o contrato do protocolo de eco',
    address: 'HOST:PORTA de um servidor em execução',
    framing: 'o que é uma mensagem para o servidor',
    serves: 'se atende uma conexão por vez ou todas ao mesmo tempo',
    workers: 'onde as conexões são atendidas: no próprio processo, ou em processos ou threads à parte',
    maxMessageBytes: 'maior mensagem que o enquadramento line aceita, sem contar o fim da linha',
    server: 'comando que inicia o servidor, com {port} e, se ele aceita as opções do Echo Lab, {flags}',
    level: (levels) => `testa só as cláusulas destes níveis, entre ${levels.join(', ')}`,
    only: 'testa só as cláusulas cujo id começa com um destes prefixos',
    long: 'testa também as cláusulas demoradas',
    json: 'escreve um objeto JSON em vez da tabela',
    junit: 'escreve também um relatório JUnit neste arquivo',
    lang: 'o idioma',
  },
};
