import { formatDuration } from '#command-line';
import { exitWords } from '#machine';
import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  columns: {
    server: 'servidor',
    cpu: 'CPU µs/mensagem',
    user: 'usuário',
    system: 'sistema',
    ratio: 'razão',
    rate: 'mensagens/s',
    pssBefore: 'PSS ocioso',
    pssAfter: 'sob carga',
  },
  load: ({ connect, connections, inFlight, size, rounds, limit, timed }) =>
    (connect
      ? `uma conexão para cada mensagem, ${connections} por vez`
      : `${connections} conexões com ${inFlight} pendentes`) +
    `, mensagens de ${size} bytes, enquadramento line; medianas de ${rounds} rodadas de ${limit}${timed ? '' : ' mensagens'}`,
  oneConnection: '* atende uma conexão por vez: medido com 1 conexão; para uma razão, --connections 1',
  round: (round, rounds, server, cpu, rate) =>
    `rodada ${round} de ${rounds}: ${server}, ${cpu} µs, ${rate} mensagens/s`,
  problem: {
    'unknown-server': ({ server, known }) => `não existe o servidor ${server}; existem ${known.join(', ')}`,
    'server-ended': ({ server, exit, lastLines }) => `${server} ${exitWords(exit, lastLines)['pt-BR']}`,
    'not-ready': ({ server, after }) =>
      `${server} não começou a escutar em ${formatDuration(after)}; o comando dele usa {port}?`,
    'no-connection': ({ server, reason }) => `sem conexão com ${server}: ${reason}`,
    'wrong-replies': ({ server, errors: { lost, outOfOrder, corrupted, first } }) =>
      `${server} respondeu errado (perdidas ${lost}, fora de ordem ${outOfOrder}, corrompidas ${corrupted}): ` +
      (first ?? ''),
    'load-ended': ({ exit, lastLines }) => `o gerador de carga ${exitWords(exit, lastLines)['pt-BR']}`,
    'one-cpu': () => '--pin precisa de duas CPUs, e este processo só pode usar uma',
    'no-pinning': ({ reason }) => `aqui não é possível manter processos em CPUs, como --pin pede: ${reason}`,
    'no-proc': () => 'tempo de CPU e memória são lidos de /proc, que só o Linux tem',
    stopped: () => 'interrompido',
  },
  usage: {
    noServer: "informe um servidor, como server-async, ou um comando com --server 'comando {port}'",
    noPort: (command) => `--server '${command}' não tem {port}, o lugar da porta`,
    whole: (min, max) => `é um número inteiro de ${min} a ${max}`,
    duration: (max) => `é uma duração com unidade, como 500ms ou 2s, de no máximo ${max}`,
    tooLarge: '--connections vezes --in-flight vezes --size passa de 64 MiB pendentes; diminua um deles',
    baseline: (name, names) => `--baseline ${name} não é nenhum dos servidores: ${names.join(', ')}`,
    twice: (name) => `${name} aparece duas vezes; dê outro nome a um deles com --server 'nome=comando {port}'`,
    either: '--duration e --messages se excluem',
  },
  help: {
    description:
      'Põe carga em servidores, um de cada vez, confere cada resposta e diz quanto custa uma mensagem: tempo de CPU ' +
      'e memória (PSS) de todos os processos do servidor. Medianas de várias rodadas, e a razão em relação ao primeiro servidor.',
    servers: 'servidores deste repositório, como server-async',
    server: "outro servidor, como 'comando {port}' ou 'nome=comando {port}'; pode ser repetido",
    connections: 'abertas ao mesmo tempo',
    inFlight: 'mensagens enviadas e ainda não respondidas, por conexão',
    size: 'bytes de uma mensagem, no mínimo 8',
    mode: '"message": as conexões ficam abertas; "connect": cada mensagem tem a sua',
    rounds: 'quantas vezes cada servidor é medido',
    duration: 'por quanto tempo em cada vez',
    messages: 'quantas mensagens em cada vez, em lugar de --duration',
    warmup: 'carga anterior, que não conta',
    flags: "mais opções para os servidores deste repositório, como '--workers 2'",
    baseline: 'o servidor com que os outros são comparados (padrão: o primeiro)',
    pin: 'mantém a carga na última CPU e os servidores nas outras (taskset)',
    json: 'escreve um objeto JSON na saída padrão',
  },
};
