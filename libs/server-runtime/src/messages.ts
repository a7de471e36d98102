import type { Language } from '#command-line';

/** What a server says to the person who starts it, apart from its log. */
export interface Messages {
  readonly description: string;
  readonly help: string;
  readonly default: (value: string) => string;
  readonly badValue: (source: string, expects: string, given: string) => string;
  readonly unknownFlag: (flag: string) => string;
  readonly missingValue: (flag: string) => string;
  readonly unexpectedArgument: (argument: string) => string;
  readonly seeHelp: string;
  readonly portInUse: (host: string, port: number, flag: string) => string;
  readonly portForbidden: (port: number, flag: string) => string;
  readonly badHost: (host: string, flag: string) => string;
  readonly cannotListen: (host: string, port: number, code: string) => string;
  readonly tooFewDescriptors: (wanted: number, fit: number, needed: number) => string;
  readonly noReadBuffer: string;
  readonly noHandleTransfer: string;
  readonly badWorkModule: (path: string, why: string) => string;
  readonly crashLoop: (deaths: number, reason: string) => string;
  readonly cannotStartWorkers: (tries: number, reason: string) => string;
}

const en: Messages = {
  description: 'TCP echo server',
  help: 'show this help',
  default: (value) => `default: ${value}`,
  badValue: (source, expects, given) => `${source} needs ${expects}, not "${given}".`,
  unknownFlag: (flag) => `there is no flag ${flag}.`,
  missingValue: (flag) => `${flag} needs a value.`,
  unexpectedArgument: (argument) => `unexpected argument "${argument}".`,
  seeHelp: 'See --help.',
  portInUse: (host, port, flag) =>
    `port ${port} on ${host} is already in use; stop the other server or choose another port with ${flag}.`,
  portForbidden: (port, flag) => `port ${port} needs privileges that this user lacks; choose one above 1023 with ${flag}.`,
  badHost: (host, flag) => `cannot listen on ${host}: this machine has no such address; choose another with ${flag}.`,
  cannotListen: (host, port, code) => `cannot listen on port ${port} of ${host} (${code}).`,
  tooFewDescriptors: (wanted, fit, needed) =>
    `the descriptors that a process may have here allow ${fit} open connections, not ${wanted}; ` +
    `raise their limit with ulimit -n ${needed}, or ask for fewer with --max-connections.`,
  noReadBuffer: '--read buffer does not work on this Node; leave it out, or use --read stream.',
  noHandleTransfer: '--transfer handle does not work on this Node; leave it out, or use --transfer socket.',
  badWorkModule: (path, why) => `--work module:${path} cannot be used: ${why}.`,
  crashLoop: (deaths, reason) =>
    `${deaths} workers in a row died right after they started, the last one with ${reason}; giving up.`,
  cannotStartWorkers: (tries, reason) =>
    `a worker could not be started in ${tries} tries (${reason}); let this user have more processes and threads ` +
    '(ulimit -u), or start fewer with --workers.',
};

const ptBR: Messages = {
  description: 'servidor de eco TCP',
  help: 'mostra esta ajuda',
  default: (value) => `padrão: ${value}`,
  badValue: (source, expects, given) => `${source} precisa de ${expects}, e não de "${given}".`,
  unknownFlag: (flag) => `a opção ${flag} não existe.`,
  missingValue: (flag) => `${flag} precisa de um valor.`,
  unexpectedArgument: (argument) => `argumento inesperado "${argument}".`,
  seeHelp: 'Veja --help.',
  portInUse: (host, port, flag) =>
    `a porta ${port} em ${host} já está em uso; encerre o outro servidor ou escolha outra porta com ${flag}.`,
  portForbidden: (port, flag) =>
    `a porta ${port} exige privilégios que este usuário não tem; escolha uma acima de 1023 com ${flag}.`,
  badHost: (host, flag) => `não é possível escutar em ${host}: esta máquina não tem esse endereço; escolha outro com ${flag}.`,
  cannotListen: (host, port, code) => `não é possível escutar na porta ${port} de ${host} (${code}).`,
  tooFewDescriptors: (wanted, fit, needed) =>
    `o limite de descritores por processo aqui basta para ${fit} conexões abertas, e não para ${wanted}; ` +
    `aumente-o com ulimit -n ${needed}, ou peça menos com --max-connections.`,
  noReadBuffer: '--read buffer não funciona neste Node; omita a opção ou use --read stream.',
  noHandleTransfer: '--transfer handle não funciona neste Node; omita a opção ou use --transfer socket.',
  badWorkModule: (path, why) => `--work module:${path} não pode ser usado: ${why}.`,
  crashLoop: (deaths, reason) =>
    `${deaths} workers seguidos morreram logo depois de iniciar, o último com ${reason}; desistindo.`,
  cannotStartWorkers: (tries, reason) =>
    `um worker não pôde ser iniciado em ${tries} tentativas (${reason}); permita a este usuário mais processos e ` +
    'threads (ulimit -u), ou inicie menos com --workers.',
};

export const messages: Readonly<Record<Language, Messages>> = { en, 'pt-BR': ptBR };
