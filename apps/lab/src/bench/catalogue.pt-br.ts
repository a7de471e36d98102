import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  columns: { server: 'servidor', ratio: 'razão' },
  repeat: 'Para repetir; para uma só tabela, acrescente --scenarios e o nome entre parênteses:',
  head: (rounds, size, baseline, pin) =>
    `${size}, medianas de ${rounds} rodadas com sua faixa${baseline === '' ? '' : `, razões em relação a ${baseline}`}; ${pin}`,
  sizes: { quick: 'execução rápida', default: 'execução padrão', thorough: 'execução completa' },
  notToldApart: 'não se distinguem',
  oneRound: '(uma rodada)',
  without: (server, reason) => `sem ${server}: ${reason}`,
  skipped: (server, reason) => `de fora: ${server}, ${reason}`,
  limited: '* o gerador de carga estava no limite, ou não enviou a tempo o que devia: taxa e latência não são só do servidor',
  loaded: (share) => `A máquina estava ocupada com outros processos (${share} dela); os números podem estar distorcidos.`,
  failed: (reason) => `terminou antes do fim: ${reason}`,
  unexpected: (error) => `inesperado: ${error}`,
  stopped: 'interrompido; o que já tinha sido medido foi guardado',
  took: (time) => `levou ${time}`,
  files: { report: 'relatório', record: 'registro', earlier: 'anterior' },
  progress: {
    building: (server) => `compilando ${server}`,
    checking: (server) => `verificando o contrato em ${server}`,
    measured: (round, rounds, server, figures) => `rodada ${round} de ${rounds}: ${server}  ${figures}`,
  },
  threshold: {
    broken: (text, scenario, server, found) => `${text} não foi cumprido: ${scenario}, ${server}: ${found}`,
    unmeasured: (text) => `${text} não pôde ser avaliado: esta execução não tem esse número`,
    kept: (count) => (count === 1 ? 'o limite foi cumprido' : `todos os ${count} limites foram cumpridos`),
  },
  compare: {
    title: (file, date) => `Mudanças desde ${file} (${date}) maiores que a variação entre as rodadas`,
    better: 'melhor',
    worse: 'pior',
    same: (count) => (count === 1 ? '1 número que não se distingue' : `${count} números que não se distinguem`),
    undecided: (count) =>
      `${count} ${count === 1 ? 'número não permite' : 'números não permitem'} dizer: ` +
      'menos de três rodadas num dos registros, ou não só do servidor',
    unmatched: (count) =>
      count === 1 ? '1 número está em apenas um dos registros' : `${count} números estão em apenas um dos registros`,
    environment: (what) => `As condições não eram as mesmas: ${what}. As mudanças podem vir daí.`,
    what: { cpu: 'o processador', cores: 'o número de núcleos', kernel: 'o kernel', node: 'o Node', pin: '--pin' },
    noRecord: (file, reason) => `--compare ${file} não é um registro do bench que esta versão saiba ler (${reason})`,
  },
  usage: {
    server: (name, known) => `não existe o servidor ${name}; existem ${known.join(', ')}`,
    peer: (name, known) => `não existe o servidor de comparação ${name}; existem ${known.join(', ')}`,
    scenario: (name, known) => `não existe o cenário ${name}; existem ${known.join(', ')}`,
    nothing: 'não há nada a medir; informe um servidor com --servers, --peers ou --server',
    threshold: (text) =>
      `--threshold '${text}' não foi entendido; é número<valor, como 'p99<5ms', 'open:p99.9<20ms' ou ` +
      `'connect:server-async:ratio<1.6'`,
  },
  help: {
    description:
      'Mede todos os servidores lado a lado, em rodadas, sob as mesmas cargas: tempo de CPU, latência, taxa, memória, ' +
      'inicialização. Cada resposta é conferida; uma resposta errada encerra a execução.',
    quick: 'menos de um minuto, com variação maior',
    thorough: 'cerca de vinte minutos, com variação pequena',
    servers: 'servidores deste repositório, como async,threads; "none" para nenhum (padrão: todos)',
    peers: 'servidores de tools/peers com que compará-los: "all", ou nomes, como c-epoll,go',
    server: "outro servidor, como 'comando {port}' ou 'nome=comando {port}'; pode ser repetido",
    scenarios: 'as cargas a medir, como single,connect (padrão: todas)',
    rounds: 'quantas vezes cada servidor é medido',
    rate: 'mensagens por segundo da carga de taxa fixa',
    baseline: 'o servidor com que os outros são comparados (padrão: server-async)',
    pin: 'mantém servidor e carga juntos num núcleo, ou separados em núcleos próprios (taskset)',
    threshold: "termina com 99 se não for cumprido, como 'p99<5ms' ou 'open:server-async:p99.9<20ms'; pode ser repetido",
    compare: 'um bench.json anterior, para dizer o que mudou desde então além da variação',
    out: 'onde são escritos bench.json e o relatório',
    json: 'escreve o registro na saída padrão',
    csv: 'escreve uma linha por número na saída padrão',
  },
};
