import type { english } from './catalogue.en.ts';

export const portuguese: typeof english = {
  title: 'Echo Lab: modelos de concorrência, medidos',
  skip: 'Ir para o resumo',
  contents: 'Sumário',

  summary: {
    title: 'Resumo',
    headlines: 'O que esta execução mostrou',
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
    claims: 'O que conclui sobre as afirmações',
    took: 'levou',
    skipped: 'Não executado',
    failed: 'Falhou',
    repeat: 'Para repetir',
    tables: (count) => (count === 1 ? 'Os valores em tabela' : `Os valores em tabelas (${count})`),
    moments: 'Momento a momento',
    cut: (left) => `Mais ${left} estão em run.json.`,
  },

  phase: {
    connecting: 'conectando',
    waiting: 'esperando',
    served: 'em atendimento',
    idle: 'aberta, ociosa',
    closing: 'encerrando',
  },
  phaseOf: {
    client: { waiting: 'esperando a resposta', served: 'resposta recebida, ainda conectado' },
    both: { waiting: 'esperando a resposta ou a vez', served: 'resposta recebida ou em atendimento' },
  },
  timeline: {
    clients: 'Clientes',
    server: 'Servidor',
    first: 'Dois clientes em cada servidor, ambos a partir do mesmo momento',
    together: 'Quem fez o quê e quando, em um só eixo',
    bothDone: 'os dois terminam em',
    axis: 'tempo',
    describe: (timelines, clients, servers) =>
      `${timelines === 1 ? 'Uma linha do tempo' : `${timelines} linhas do tempo em um só eixo`}: ${clients} ${clients === 1 ? 'faixa de cliente' : 'faixas de clientes'}${servers === 0 ? '' : ` e ${servers} ${servers === 1 ? 'faixa' : 'faixas'} segundo os eventos dos próprios servidores`}. Uma tabela do experimento traz os mesmos momentos.`,
    lane: 'Faixa',
    phase: 'Fase',
    from: 'De',
    to: 'Até',
    tiny: 'O que é curto demais para a escala aparece como um traço fino.',
  },

  chart: {
    together: 'Servidor por servidor',
    bar: 'De quem',
    value: 'Valor',
    range: 'Os traços finos mostram a faixa das repetições.',
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
      closed: 'tem a conexão fechada dos dois lados',
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
    title: 'Quanto custa cada servidor, pelo bench',
    intro: (baseline) =>
      `Todos os servidores sob as mesmas cargas, em rodadas, e em cada rodada todos, um depois do outro.${baseline === '' ? '' : ` As razões em relação a ${baseline} são calculadas dentro de cada rodada; quando a faixa delas contém 1, os dois não se distinguem.`}`,
    rounds: 'rodadas',
    skipped: 'De fora:',
    limited:
      'O gerador de carga estava no limite, ou não enviou a tempo o que devia, de modo que taxa e latência não são só do servidor',
    notToldApart: 'não se distinguem',
    server: 'Servidor',
    overview: (baseline) => `Todas as cargas: o valor de ${baseline} e a razão de cada outro servidor em relação a ele`,
    ratio: (baseline) => `Razão em relação a ${baseline}`,
    ratioTitle: (figure, baseline) => `${figure}, em relação a ${baseline}`,
    ratioDescription: 'Uma barra por servidor; a linha fina é a faixa das razões das rodadas.',
    latencyTitle: 'Quanto demoraram as respostas',
    latencyDescription:
      'Uma curva por servidor: o tempo em que chegou cada percentil das respostas. p50 é a mediana; para a direita, o eixo é esticado.',
    percentile: 'percentil das respostas',
    latency: 'latência',
    memoryTitle: 'Memória em função das conexões mantidas',
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
    facts: 'Máquina, versões e comando',
    noCommit: 'sem controle de versão',
    node: 'Node',
    kernel: 'Kernel',
    cpu: 'Processador',
    cores: 'Núcleos',
    memory: 'Memória',
    python: 'Python',
    noPython: 'nenhum',
    busy: 'Em uso por outros processos',
    busyBefore: 'antes',
    busyAfter: 'depois',
    unknown: 'desconhecido',
  },
  size: { quick: 'rápida', default: 'padrão', thorough: 'completa' },

  notice: {
    title: 'Leia antes',
    loaded:
      'A máquina estava ocupada com outros processos; tempos e taxas podem estar distorcidos. Parcela em uso por eles:',
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

  handIn: {
    own: 'Servidor próprio',
    noOwn: 'nenhum; todos os servidores aqui são do Echo Lab',
    machine: 'Máquina',
    figures:
      'Gerado pelo Echo Lab. Todos os números foram medidos nesta execução e estão em run.json: a mediana e, entre parênteses, a faixa das repetições.',
  },
  nothing: '–',
};
