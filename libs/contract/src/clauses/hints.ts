import type { Words } from '../words.ts';

/**
 * The usual causes of what a student's server does wrong, said without the code that mends it. They name the calls of C
 * and of Python, whose names other languages share.
 */
export const hints = {
  notTheReply: {
    en: 'the server waits for more than it was sent, or its reply is not `Echo: ` and the bytes that came',
    'pt-BR': 'o servidor espera mais do que recebeu, ou a resposta não é `Echo: ` seguido dos bytes que chegaram',
  },
  oneMessageOnly: {
    en: 'one read and one reply, where a loop until the client closes belongs',
    'pt-BR': 'uma leitura e uma resposta, onde cabe um laço até o cliente fechar',
  },
  oneClientOnly: {
    en: 'accept() is called once only, or the socket of a client that has closed is not closed',
    'pt-BR': 'accept() é chamado uma vez só, ou o socket de um cliente que fechou não é fechado',
  },
  readOfNothing: {
    en: 'a read of 0 bytes is the end of the connection: neither a message, nor an error, nor a reason to read on',
    'pt-BR': 'uma leitura de 0 bytes é o fim da conexão: não é mensagem, nem erro, nem motivo para continuar lendo',
  },
  awaitsLineFeed: {
    en: 'readLine() and the like wait for a line feed that never comes (if it takes lines, give --framing line)',
    'pt-BR': 'readLine() e semelhantes esperam uma quebra de linha que nunca vem (se ele recebe linhas, use --framing line)',
  },
  sharedByAll: {
    en: 'a buffer, or a variable that holds the socket, is one for all clients',
    'pt-BR': 'um buffer, ou a variável que guarda o socket, é um só para todos os clientes',
  },
  oneToItsEnd: {
    en: 'one client is served to its end before the next one is, or there are fewer workers than clients',
    'pt-BR': 'um cliente é atendido até o fim antes do próximo, ou há menos workers do que clientes',
  },
  endsForAll: {
    en: 'the end of one connection ends the loop, the listener or the process that the others need',
    'pt-BR': 'o fim de uma conexão encerra o laço, o socket de escuta ou o processo de que os outros precisam',
  },
  partialSend: {
    en: 'send() may take a part only, and the rest is lost; or what one recv() brings is decoded, and ends within a character',
    'pt-BR': 'send() aceita só uma parte e o resto se perde; ou o que um recv() traz é decodificado e termina no meio de um caractere',
  },
  blockingSend: {
    en: 'one thread serves all, and its send() waits for a client that does not read',
    'pt-BR': 'uma única thread atende a todos, e o seu send() espera por um cliente que não lê',
  },
  readIsNoMessage: {
    en: 'one recv() is not one message: what comes must be kept until the line feed is there',
    'pt-BR': 'um recv() não é uma mensagem: o que chega precisa ser guardado até vir a quebra de linha',
  },
  lastLine: {
    en: 'a last line without a line feed is left out, or its reply gets one',
    'pt-BR': 'uma última linha sem quebra de linha é ignorada, ou a resposta ganha uma',
  },
  manyInARead: {
    en: 'one recv() may bring many lines, and part of one: each whole line is a message',
    'pt-BR': 'um recv() pode trazer muitas linhas, e parte de uma: cada linha inteira é uma mensagem',
  },
  stripsTheEnd: {
    en: 'strip(), trim() and readLine() take the CR away, too',
    'pt-BR': 'strip(), trim() e readLine() também removem o CR',
  },
  splitsAtMore: {
    en: 'splitlines() and the like end a line at more than the line feed',
    'pt-BR': 'splitlines() e semelhantes terminam a linha também em outros caracteres, e não só na quebra de linha',
  },
  emptyIsNoEnd: {
    en: 'an empty line is taken for the end, or left out',
    'pt-BR': 'uma linha vazia é tomada pelo fim, ou ignorada',
  },
  fixedBuffer: {
    en: 'a buffer of fixed size: at its very end a byte is lost, added or written over, or a character is cut in two',
    'pt-BR': 'um buffer de tamanho fixo: bem no fim dele um byte se perde, sobra ou é sobrescrito, ou um caractere é cortado',
  },
  otherEncoding: {
    en: 'the text is decoded and encoded again, and not with the same encoding (utf-8-sig, latin-1, normalisation)',
    'pt-BR': 'o texto é decodificado e codificado de novo, mas não com a mesma codificação (utf-8-sig, latin-1, normalização)',
  },
  decodesEachRead: {
    en: 'decode() for each read breaks a character that two reads bring',
    'pt-BR': 'decode() a cada leitura quebra um caractere que chega em duas',
  },
  stopsAtZero: {
    en: 'strlen(), strcpy() and printf() stop at a zero byte: the length is what recv() returned',
    'pt-BR': 'strlen(), strcpy() e printf() param em um byte zero: o comprimento é o que recv() devolveu',
  },
  interpretsText: {
    en: 'the text is filtered, escaped or interpreted before it is sent back',
    'pt-BR': 'o texto é filtrado, escapado ou interpretado antes de voltar',
  },
  closesTooEarly: {
    en: 'the end of what the client sends is taken for the end of the connection, and replies that wait are lost',
    'pt-BR': 'o fim do que o cliente envia é tomado pelo fim da conexão, e as respostas pendentes se perdem',
  },
  uncaughtReset: {
    en: 'recv() or send() fails with ECONNRESET or EPIPE, which nobody catches (in C, SIGPIPE ends the process)',
    'pt-BR': 'recv() ou send() falha com ECONNRESET ou EPIPE, e ninguém trata o erro (em C, SIGPIPE encerra o processo)',
  },
  keptForEachClient: {
    en: 'something is kept of each client and never let go of: a socket, a thread, a place in a table',
    'pt-BR': 'algo de cada cliente é guardado e nunca liberado: um socket, uma thread, um lugar em uma tabela',
  },
  socketNotClosed: {
    en: 'the socket is not closed on every way out: after the last read, and where a read or a write fails',
    'pt-BR': 'o socket não é fechado em todas as saídas: depois da última leitura, e onde uma leitura ou escrita falha',
  },
} as const satisfies Readonly<Record<string, Words>>;
