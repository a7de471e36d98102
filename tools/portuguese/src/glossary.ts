/** A term, the one word or phrase that stands for it in every Portuguese text, and what must not stand there. */
export interface Term {
  readonly english: string;
  readonly portuguese: string;
  /** Regular expressions for whole words, in any case. */
  readonly not: readonly string[];
}

/**
 * How what people read here is said in Brazilian Portuguese: as engineers and textbooks in Brazil say it. Whoever writes a
 * text looks here; `npm test` goes over all of them.
 */
export const glossary: readonly Term[] = [
  // Where code runs
  { english: 'kernel', portuguese: 'kernel', not: ['núcleos? do (?:sistema|kernel|linux|so)', 'núcleo operacional'] },
  { english: 'core', portuguese: 'núcleo', not: ['core'] },
  { english: 'event loop', portuguese: 'event loop', not: ['(?:laço|loop|ciclo)s? de eventos?', 'laço único'] },
  { english: 'loop (of code)', portuguese: 'laço', not: ['ciclo de repetição'] },
  { english: 'process', portuguese: 'processo', not: [] },
  { english: 'thread', portuguese: 'a thread', not: ['(?:linha|fio)s? de execução', '(?:o|os|um|uns|do|dos) threads?'] },
  { english: 'main thread', portuguese: 'thread principal', not: ['thread primária'] },
  { english: 'worker', portuguese: 'worker', not: ['trabalhador(?:es|a)?', 'operários?'] },
  { english: 'primary', portuguese: 'primário', not: ['mestre', 'processo pai'] },
  { english: 'pool', portuguese: 'pool', not: ['conjunto de (?:processos|threads)', 'piscina'] },
  { english: 'lock of Python', portuguese: 'GIL', not: ['trava', 'bloqueio global'] },
  { english: 'garbage collector', portuguese: 'garbage collector', not: ['coletor(?: de lixo)?'] },
  { english: 'stack trace', portuguese: 'stack trace', not: ['(?:rastr[eo]|rastreamento|traço) d[ea] pilha'] },
  { english: 'address space', portuguese: 'espaço de endereçamento', not: ['de endereços', 'espaço de endereços'] },
  // Connections
  { english: 'socket', portuguese: 'socket', not: ['soquetes?'] },
  { english: 'listening socket', portuguese: 'socket de escuta', not: ['sockets? que escutam?', 'sockets? ouvintes?'] },
  { english: 'listener (of events)', portuguese: 'listener', not: ['ouvintes?', 'escutador(?:es)?'] },
  { english: 'backlog', portuguese: 'backlog', not: ['(?:fila|lista) de pendências'] },
  { english: 'queue, waiting line', portuguese: 'fila, fila de espera', not: ['lista de espera'] },
  { english: 'connection', portuguese: 'conexão', not: ['ligação', 'ligações'] },
  { english: 'peer', portuguese: 'o outro lado, o cliente', not: ['um par que', 'par rápido', 'outra ponta'] },
  { english: 'reset', portuguese: 'reset', not: ['(?:conexão|conexões) (?:reiniciad|redefinid)as?', 'abortou \\(RST\\)'] },
  { english: 'half-close', portuguese: 'half-close', not: ['(?:meio|semi)[- ]?fechamento', 'fechamento parcial'] },
  { english: 'drain', portuguese: 'drenar, drenagem', not: ['drain', 'escoa(?:r|mento)'] },
  { english: 'graceful end', portuguese: 'encerramento gracioso', not: ['fim gracioso', 'término gracioso'] },
  { english: 'under way', portuguese: 'em andamento', not: ['em curso'] },
  { english: 'round-robin, in turn', portuguese: 'em rodízio', not: ['chaveamento circular'] },
  // Messages
  { english: 'chunk', portuguese: 'chunk', not: ['pedaços?', 'nacos?'] },
  { english: 'framing', portuguese: 'enquadramento', not: ['framing', 'enquadre'] },
  { english: 'reply', portuguese: 'resposta', not: ['réplicas?'] },
  {
    english: 'answered (of a client)',
    portuguese: 'recebe resposta',
    not: ['(?:clientes?|outros?|eles?|quem) (?:é|são|foi|foram|seja|sejam) respondid[oa]s?'],
  },
  { english: 'in flight', portuguese: 'pendente', not: ['em voo', 'em trânsito'] },
  { english: 'backpressure', portuguese: 'backpressure', not: ['contra-?pressão', 'pressão reversa'] },
  { english: 'time-out', portuguese: 'timeout', not: ['time-out', 'tempo limite'] },
  // Figures
  { english: 'percentile', portuguese: 'percentil', not: ['porcentil', 'centil'] },
  { english: '99 of 100', portuguese: '99 de cada 100', not: ['9[59] de 100', '9[59] vezes em 100'] },
  { english: 'range', portuguese: 'faixa', not: ['amplitudes?'] },
  { english: 'throughput', portuguese: 'vazão', not: ['throughput', 'taxa de transferência'] },
  { english: 'latency', portuguese: 'latência', not: ['latency', 'retardo'] },
  { english: 'overhead', portuguese: 'overhead', not: ['sobrecustos?', 'custo extra'] },
  { english: 'ratio to', portuguese: 'razão em relação a', not: ['raz(?:ão|ões) para'] },
  { english: 'speed-up', portuguese: 'speedup', not: ['speed-up', 'aceleração'] },
  { english: 'start-up', portuguese: 'inicialização', not: ['(?<!pontos? de )partidas?', 'arranque'] },
  // The lab
  { english: 'flag', portuguese: 'opção', not: ['flags?'] },
  { english: 'record', portuguese: 'registro', not: ['registo'] },
  { english: 'log', portuguese: 'log', not: ['o registro diz', 'registrou', 'diário'] },
  { english: 'run', portuguese: 'execução', not: ['corrida'] },
  { english: 'course', portuguese: 'disciplina', not: ['relatório do curso'] },
  { english: 'alone', portuguese: 'sozinho', not: ['a sós'] },
  // Brazil, not Portugal
  { english: 'file', portuguese: 'arquivo', not: ['ficheiros?'] },
  { english: 'user', portuguese: 'usuário', not: ['utilizador(?:es)?'] },
  { english: 'default', portuguese: 'padrão', not: ['por omissão', 'predefinição'] },
  { english: 'share', portuguese: 'compartilhar', not: ['partilh\\p{L}*'] },
  { english: 'screen', portuguese: 'tela', not: ['ecrã'] },
];
