import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  title: 'Echo Lab: modelos de concorrência, medidos',
  intro:
    'Um servidor de eco TCP, escrito uma vez para cada modo de atender muitos clientes. Todo número abaixo foi medido nesta execução.',
  skip: 'Ir para o resumo',
  contents: 'Sumário',

  summary: {
    title: 'Resumo',
    headlines: 'O que esta execução mostrou',
    claims: (claims) =>
      claims === 1 ? 'afirmação do relatório da disciplina' : 'afirmações do relatório da disciplina',
    fell: 'O que não se confirma',
    allClaims: 'Todas as afirmações, com seus números',
  },

  verdictCount: {
    holds: (claims) => (claims === 1 ? 'confirma-se' : 'confirmam-se'),
    'holds-with-condition': (claims) => (claims === 1 ? 'confirma-se com ressalva' : 'confirmam-se com ressalva'),
    'does-not-hold': (claims) => (claims === 1 ? 'não se confirma' : 'não se confirmam'),
    undecided: (claims) => (claims === 1 ? 'indefinida' : 'indefinidas'),
    'not-tried': (claims) => (claims === 1 ? 'não testada' : 'não testadas'),
  },

  experiment: {
    parts: 'Os experimentos do relatório da disciplina',
    further: 'Outros experimentos',
    question: 'Pergunta',
    answer: 'Resposta',
    method: 'Método',
    notes: 'Vale saber',
    claims: 'O que diz das afirmações',
    took: 'levou',
    skipped: 'Não executado',
    failed: 'Falhou',
    repeat: 'Para repetir',
    cut: (left) => `Mais ${left} estão em run.json.`,
  },

  phase: {
    connecting: 'conectando',
    waiting: 'esperando',
    served: 'em atendimento',
    idle: 'aberta, ociosa',
    closing: 'encerrando',
  },
  timeline: {
    clients: 'Clientes',
    server: 'Servidor',
    axis: 'tempo',
    describe: (clients, servers) =>
      `Uma linha do tempo: uma faixa para ${clients === 1 ? 'um cliente' : `cada um dos ${clients} clientes`} e, abaixo, ${servers} ${servers === 1 ? 'faixa' : 'faixas'} segundo os eventos do próprio servidor. A tabela logo depois traz os mesmos momentos.`,
    lane: 'Faixa',
    phase: 'Fase',
    from: 'De',
    to: 'Até',
    tiny: 'O que é curto demais para a escala aparece como um traço fino.',
  },

  chart: {
    values: 'Os valores em tabela',
    bar: 'De',
    value: 'Valor',
    range: 'Traços finos mostram onde ficaram as repetições.',
  },

  trace: {
    title: (server) => `Momento a momento: ${server}`,
    at: 'Em',
    who: 'Quem',
    what: 'O quê',
    server: 'servidor',
    worker: (id) => `worker ${id}`,
    connection: (id) => `conexão ${id}`,
    moment: {
      started: 'pede uma conexão',
      connected: 'está conectado',
      sent: 'enviou a primeira mensagem',
      firstByte: 'recebe o primeiro byte',
      replied: 'tem a resposta inteira',
      ended: 'envia o FIN',
      closed: 'está fechado dos dois lados',
    },
  },

  claims: {
    title: 'As afirmações, uma a uma',
    intro: 'Cada afirmação do relatório da disciplina, o que esta execução diz dela e os números por trás do veredito.',
    id: 'Id',
    claim: 'Afirmação',
    verdict: 'Veredito',
    because: 'O que se viu',
    experiment: 'Experimento',
  },

  bench: {
    title: 'Quanto custa cada servidor',
    intro: (baseline) =>
      `Todos os servidores sob as mesmas cargas, em rodadas, e em cada rodada todos, um depois do outro.${baseline === '' ? '' : ` As razões para ${baseline} são calculadas dentro de cada rodada; quando a amplitude delas contém 1, os dois não se distinguem.`}`,
    rounds: 'rodadas',
    skipped: 'De fora:',
    limited:
      'O gerador de carga estava no limite, ou não enviou a tempo o que devia, de modo que taxa e latência não são só do servidor',
    notToldApart: 'não se distinguem',
    server: 'Servidor',
    ratio: (baseline) => `Razão para ${baseline}`,
    ratioTitle: (figure, baseline) => `${figure}, como razão para ${baseline}`,
    ratioDescription: 'Uma barra por servidor; a linha fina é a amplitude das razões das rodadas.',
    latencyTitle: 'Quanto demoraram as respostas',
    latencyDescription:
      'Uma curva por servidor: o tempo que só uma resposta em tantas ultrapassa. A mediana está no 2.',
    oneIn: 'uma resposta em tantas demorou mais',
    latency: 'latência',
    memoryTitle: 'Memória por conexões mantidas',
    memoryDescription: 'Uma curva por servidor: a memória de toda a árvore de processos com tantas conexões abertas.',
    connections: 'conexões',
    memory: 'memória (PSS)',
  },

  environment: {
    title: 'Onde isto foi medido',
    intro:
      'Os números pertencem à máquina em que foram medidos. Formas e ordens de grandeza se mantêm em outras; milissegundos, não.',
    date: 'Data',
    course: 'Disciplina',
    author: 'Autoria',
    command: 'Comando',
    size: 'Tamanho da execução',
    took: 'Duração',
    servers: 'Servidores',
    commit: 'Código',
    dirty: 'com alterações ainda sem commit',
    noCommit: 'fora de controle de versão',
    node: 'Node',
    kernel: 'Núcleo do sistema',
    cpu: 'Processador',
    cores: 'Núcleos',
    memory: 'Memória',
    python: 'Python',
    noPython: 'nenhum',
    busy: 'Em uso por outros',
    busyBefore: 'antes',
    busyAfter: 'depois',
    unknown: 'desconhecido',
  },
  size: { quick: 'rápida', default: 'padrão', thorough: 'completa' },

  notice: {
    title: 'Leia antes',
    loaded:
      'A máquina estava ocupada com outro trabalho; tempos e taxas podem estar distorcidos. Parcela em uso por outros:',
    interrupted: 'A execução foi interrompida: aqui só está o que já havia terminado.',
    takenOut: 'Retirado, porque descumpriu o contrato ou falhou:',
    leftOut: 'O que este tamanho de execução deixa de fora',
    notDone: 'Não concluídos',
    missing: 'O que não está nesta execução',
  },

  markdown: {
    title: 'Relatório: servidores de eco concorrentes',
    observations: 'Observações',
    conclusions: 'Conclusões',
    nothing: 'Não fez parte desta execução.',
    part: (part) => `Parte ${part}`,
  },
  nothing: '–',
};
