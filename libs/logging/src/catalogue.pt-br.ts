import { formatDuration } from '#command-line';
import type { english } from './catalogue.en.ts';
import { addressText } from './address-text.ts';
import type { Counts } from './log.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const now = ({ active, waiting }: Counts): string => `(${count(active, 'ativa')}, ${waiting} em espera)`;
const duration = (ms: number): string => formatDuration(ms).replace('.', ',');

const headerFaults: Readonly<Record<string, string>> = {
  false: 'o que veio primeiro não é um cabeçalho do protocolo PROXY',
  oversized: 'o cabeçalho PROXY passa do tamanho permitido',
  cut: 'ela terminou antes do cabeçalho PROXY',
  slow: 'o cabeçalho PROXY não chegou a tempo',
};

export const portuguese: typeof english = {
  subject: {
    server: 'servidor',
    worker: (id) => `worker ${id}`,
    connection: (id, peer) => `cliente ${id} (${peer})`,
  },
  sentences: {
    'admin-listening': ({ host, port }) =>
      `respondendo a verificações de saúde e informando métricas em ${addressText(host, port)}`,
    accepted: () => 'conectado',
    waiting: ({ ahead }, counts) => `aguardando a vez, com ${ahead} à frente ${now(counts)}`,
    'handed-over': ({ to }) => `entregue ao worker ${to}`,
    'not-handed-over': ({ code }, counts) => `conexão fechada, pois não pôde ser entregue: ${code} ${now(counts)}`,
    serving: ({ waited }, counts) =>
      `em atendimento${waited < 1 ? '' : `, depois de esperar ${duration(waited)}`} ${now(counts)}`,
    proxied: ({ via }, counts) => `vem por meio de ${via} ${now(counts)}`,
    'bad-header': ({ fault }, counts) => `conexão fechada, pois ${headerFaults[fault] ?? fault} ${now(counts)}`,
    received: ({ message }) => `recebido: ${message}`,
    replied: ({ messages, bytes }) =>
      `${count(messages, 'mensagem respondida', 'mensagens respondidas')} com ${count(bytes, 'byte')}`,
    ended: ({ messages, bytes, lasted }, counts) =>
      `conexão encerrada após ${duration(lasted)}: ` +
      `${count(messages, 'mensagem', 'mensagens')}, ${count(bytes, 'byte')} ${now(counts)}`,
    reset: ({ code }, counts) => `conexão encerrada com reset pelo cliente: ${code} ${now(counts)}`,
    'timed-out': ({ after }, counts) =>
      `conexão fechada, pois nenhuma mensagem chegou completa em ${duration(after)} ${now(counts)}`,
    rejected: ({ reply }) => `rejeitado com: ${reply}`,
    'work-failed': ({ error }) => `o trabalho da sua mensagem falhou: ${error}`,
    refused: ({ limit, refused }) =>
      `recusado, pois o limite de ${count(limit, 'conexão aberta', 'conexões abertas')} foi atingido; ` +
      `${count(refused, 'recusa')} até agora`,
    'accept-failed': ({ code, failed }) =>
      `não foi possível aceitar um cliente: ${code}; ${count(failed, 'falha')} até agora`,
    'worker-started': ({ pid }) => (pid === undefined ? 'iniciado' : `iniciado como processo ${pid}`),
    'worker-not-started': ({ reason }) => `não pôde ser iniciado: ${reason}`,
    'worker-ended': ({ reason }) => `terminou: ${reason}`,
    'worker-hung': ({ after }) => `não responde há ${duration(after)} e é considerado travado`,
    'worker-replaced': ({ delay }) => (delay < 1 ? 'sendo substituído agora' : `será substituído em ${duration(delay)}`),
    'stop-asked': ({ cause, delay }, counts) =>
      `parada pedida por ${cause}; antes disso, continua por ${duration(delay)} ${now(counts)}`,
    draining: ({ cause }, counts) => `encerrando, por causa de ${cause} ${now(counts)}`,
    stopped: ({ destroyed }) =>
      destroyed === 0
        ? 'encerrado'
        : `encerrado; ${count(destroyed, 'conexão foi derrubada', 'conexões foram derrubadas')}`,
    dropped: ({ lines }) =>
      lines === 1
        ? '1 linha do log não pôde ser escrita e se perdeu'
        : `${lines} linhas do log não puderam ser escritas e se perderam`,
  },
};
