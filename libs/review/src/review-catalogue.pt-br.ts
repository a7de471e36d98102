import type { english } from './review-catalogue.en.ts';

export const portuguese: typeof english = {
  figures: {
    code: {
      statements: 'instruções',
      branches: 'desvios',
      listeners: 'listeners',
      complexity: 'complexidade ciclomática',
      imports: 'importações',
      processes: 'em execução',
    },
    complexity: ({ total, largest }) => `${total} (${largest})`,
    legend:
      'Do código sem os testes. As instruções são contadas sem importações, tipos e blocos; um desvio é todo lugar em que a execução pode ir por um de dois caminhos (if, ?:, case, &&, ||, ??, ?.); a complexidade ciclomática é o que a regra do ESLint dá para cada função: primeiro a soma e depois, entre parênteses, a maior. N é --workers, por padrão um por núcleo.',
    origin: { node: 'Node', npm: 'npm', workspace: 'nossas', own: 'dele mesmo' },
    runs: {
      none: '1 processo, 1 thread',
      processes: '1 + N processos, uma thread em cada',
      threads: '1 processo, 1 + N threads',
    },
    run: {
      'cpu-message-of-many': 'CPU por mensagem',
      'memory-connection-served': 'memória por conexão',
      'lost-with-a-worker': 'clientes perdidos com um worker',
    },
  },
  page: {
    title: 'As abordagens lado a lado',
    intro:
      'Um servidor de eco em TCP, escrito uma vez para cada modelo de concorrência do Node. As abordagens compartilham tudo o que nenhum modelo precisa ter diferente; por isso, o que difere aqui é o modelo.',
    byConcern: 'Por tarefa',
    neighbours: 'Uma diferença',
    otherPairs: 'Várias diferenças',
    allApproaches: 'Todas as abordagens',
    comments: 'comentários',
    shown: 'em exibição',
    concernsIntro:
      'O que todo servidor precisa fazer, e as próprias linhas com que cada abordagem o faz. Quando vizinhas o fazem com as mesmas linhas, estas aparecem uma só vez, com o nome de todas.',
    runtime: 'O que o runtime faz',
    runtimeIntro:
      'O que nenhum modelo precisa ter diferente está escrito uma só vez, em libs/server-runtime. Estes são os lugares aos quais as abordagens deixam uma tarefa, ou de onde ela continua.',
    leftToRuntime: 'fica com o runtime:',
    goesOn: 'continua no runtime:',
    notFound: 'nenhuma linha foi encontrada para isto',
    figures: 'Números',
    whatIsCounted: 'o que se conta',
    noRecord:
      'O laboratório ainda não foi executado: com um report/run.json, o que os dois custam também estaria aqui.',
    questions: 'O que um revisor deve perguntar',
    difference: 'Diferem em',
    readInSteps: 'Aqui difere mais de uma coisa. Leia por etapas:',
    noWay: 'A árvore das abordagens ainda não diz em que estas duas diferem.',
    permalink: 'link para este par',
    recordOf: (date) => `Custos e perdas foram medidos na execução de ${date}.`,
    sameFile: (files) => `Igual nos dois: ${files}.`,
    onlyIn: 'só em',
    unchanged: (lines) => `${lines} ${lines === 1 ? 'linha sem mudança' : 'linhas sem mudança'}`,
  },
};
