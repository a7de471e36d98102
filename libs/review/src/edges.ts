import type { Text } from '#record';

/** An edge of the tree of approaches: two that differ in one thing. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** What they differ in. */
  readonly by: Text;
  /** The difference, in a sentence or two. */
  readonly difference: Text;
  /** What a reviewer should ask. */
  readonly questions: readonly Text[];
}

const whereItRuns: Text = { en: 'where it runs', 'pt-BR': 'onde roda' };

/** The tree. An approach that no edge names is compared all the same; there is just nothing to say beforehand. */
export const edges: readonly Edge[] = [
  {
    from: 'server-serial',
    to: 'server-async',
    by: { en: 'order', 'pt-BR': 'ordem' },
    difference: {
      en: 'One word, in the last function. `await serveConnection(…)` finishes a connection before the loop takes the next: the others wait. `void serveConnection(…)` starts it and takes the next at once: all are under way together, and that makes the server concurrent.',
      'pt-BR':
        'Uma palavra, na última função. `await serveConnection(…)` termina uma conexão antes que o laço pegue a próxima: as outras esperam. `void serveConnection(…)` a inicia e pega a próxima na hora: todas ficam em andamento ao mesmo tempo, e é isso que torna o servidor concorrente.',
    },
    questions: [
      {
        en: 'Which `await` decides who waits? In the loop that accepts, it puts whole connections in order; inside one connection, only that one’s messages. Moved from the one place to the other it changes the service, and no type and no lint rule will say so.',
        'pt-BR':
          'Qual `await` decide quem espera? No laço que aceita, ele põe conexões inteiras em ordem; dentro de uma conexão, só as mensagens dela. Movido de um lugar para o outro ele muda o serviço, e nenhum tipo, nenhuma regra de lint vai avisar.',
      },
      {
        en: 'What bounds how many connections are under way? On serial it is one, by construction. On async nothing in the loop does: look for `--max-connections` below the descriptor limit, and for the most that one connection may hold in memory.',
        'pt-BR':
          'O que limita quantas conexões ficam em andamento? No serial é uma, por construção. No async nada no laço limita: procure `--max-connections` abaixo do limite de descritores, e o máximo que uma conexão pode reter na memória.',
      },
      {
        en: 'Who hears a failure? A rejection that is awaited ends the loop, and `.catch(context.fail)` behind the loop ends the server, in one place that can say why; one that is not awaited is heard by nobody, and Node ends the process. Either way every client is lost, and there is a stack trace and exit code 1. `serveConnection()` says that it never rejects. Does it still, after this change?',
        'pt-BR':
          'Quem fica sabendo de uma falha? Uma rejeição pela qual se espera encerra o laço, e o `.catch(context.fail)` depois dele derruba o servidor, num só lugar que pode dizer por quê; uma pela qual ninguém espera não é tratada, e o Node encerra o processo. Nos dois casos todos os clientes se perdem, com um stack trace e o código de saída 1. `serveConnection()` promete nunca rejeitar. Continua verdade depois desta mudança?',
      },
      {
        en: 'What can a client do that connects and says nothing? On serial it stops everybody, so that a missing `--idle-timeout` is an outage. On async it costs a descriptor and some kilobytes.',
        'pt-BR':
          'O que um cliente que conecta e fica em silêncio consegue fazer? No serial ele para todo mundo, de modo que a falta de `--idle-timeout` é uma queda do serviço. No async ele custa um descritor e alguns kilobytes.',
      },
      {
        en: 'What do they still share? One thread. A message that computes for 200 ms makes everybody 200 ms late on async, too: concurrent is not parallel. Look for anything synchronous that grows with the input.',
        'pt-BR':
          'O que ainda têm em comum? Uma única thread. Uma mensagem que calcula por 200 ms atrasa todos em 200 ms também no async: concorrente não é paralelo. Procure qualquer coisa síncrona que cresça com a entrada.',
      },
    ],
  },
  {
    from: 'server-async',
    to: 'server-reactive',
    by: { en: 'style', 'pt-BR': 'estilo' },
    difference: {
      en: 'The same event loop and the same order, said in streams. Where async writes a loop and an `await`, reactive writes operators: `mergeMap` is the loop that does not wait, `oneInFlight` the read that does.',
      'pt-BR':
        'O mesmo event loop e a mesma ordem, escritos com streams. Onde o async escreve um laço e um `await`, o reactive escreve operadores: `mergeMap` é o laço que não espera, `oneInFlight` é a leitura que espera.',
    },
    questions: [
      {
        en: "Where is the backpressure? An observable pushes, and cannot be told to wait. Look for a queue without a limit: `fromEvent(socket, 'data')` with a `concatMap` behind it keeps all that a fast peer sends. Here one chunk is asked for at a time; is that so on every path, with work and without?",
        'pt-BR':
          "Onde está o backpressure? Um observable empurra, e não há como pedir que espere. Procure uma fila sem limite: `fromEvent(socket, 'data')` seguido de `concatMap` guarda tudo o que um cliente rápido envia. Aqui se pede um chunk por vez; é assim em todos os caminhos, com e sem trabalho?",
      },
      {
        en: 'Which flattening operator, and why that one? `mergeMap` lets connections overlap; `concatMap` would be server-serial; `switchMap` would end a client for the next one; `exhaustMap` would drop whoever comes meanwhile, without closing the socket. One word, four services.',
        'pt-BR':
          'Qual operador de achatamento, e por que ele? `mergeMap` deixa as conexões se sobreporem; `concatMap` seria o server-serial; `switchMap` encerraria um cliente pelo seguinte; `exhaustMap` descartaria quem chega nesse meio-tempo, sem fechar o socket. Uma palavra, quatro serviços.',
      },
      {
        en: 'Where does an error go? One that leaves a connection’s stream and reaches the outer `mergeMap` ends the stream of all connections, and without a handler in `subscribe` it is thrown where nobody catches it. Each inner stream must catch its own, or there must be a reason why it has none.',
        'pt-BR':
          'Para onde vai um erro? Um que sai do stream de uma conexão e chega ao `mergeMap` externo encerra o stream de todas e, sem um handler em `subscribe`, é lançado onde ninguém o captura. Cada stream interno precisa tratar os seus, ou tem de haver um motivo para não ter nenhum.',
      },
      {
        en: 'What closes the socket? Unsubscribing stops listening; the socket beneath stays open unless a `finalize` closes it. Follow a FIN, a reset and a drain to where each stream completes, and to who calls `end()`.',
        'pt-BR':
          'O que fecha o socket? Cancelar a inscrição só deixa de receber eventos; o socket por baixo continua aberto, a não ser que um `finalize` o feche. Siga um FIN, um reset e uma drenagem até onde cada stream completa, e até quem chama `end()`.',
      },
      {
        en: 'Is it paid for? Count what is subscribed to for each chunk, and hold the CPU time of a message against it. Then ask whether the next person to change it would see when `oneInFlight` asks again, and when it stops.',
        'pt-BR':
          'Compensa? Conte as inscrições feitas para cada chunk e compare com o tempo de CPU por mensagem. Depois pergunte se quem vier a mudá-lo enxergaria quando `oneInFlight` pede de novo, e quando para.',
      },
    ],
  },
  {
    from: 'server-async',
    to: 'server-cluster',
    by: whereItRuns,
    difference: {
      en: 'The loop is the same, but `worker.ts` runs it, in a process a core. What is new is in `model.ts`: to find the port, to fork, to have deaths noticed, to drain several.',
      'pt-BR':
        'O laço é o mesmo, mas quem o roda é `worker.ts`, em um processo por núcleo. O que há de novo está em `model.ts`: achar a porta, criar os processos, fazer com que mortes sejam percebidas, drenar vários.',
    },
    questions: [
      {
        en: 'What was there once and is there once a process now? Counters, caches, rate limits, `--max-connections`: with 8 workers a limit of 100 is one of up to 800, and is met unevenly. Whatever clients share must move out of the process.',
        'pt-BR':
          'O que existia uma vez e agora existe uma vez por processo? Contadores, caches, limites de taxa, `--max-connections`: com 8 workers um limite de 100 vira um de até 800, e atingido de forma desigual. O que os clientes compartilham precisa sair do processo.',
      },
      {
        en: 'Who accepts, and how evenly? With `--scheduling none` the kernel gives a connection to whichever worker asks first: cheap, uneven, and a long connection stays where it fell. With `rr` the primary sends each on in turn: even, and about twice as dear. Who has one that is on its way to a dying worker? Here the primary keeps it until a worker has said that it has it; Node’s own `SCHED_RR` leaves that client hanging.',
        'pt-BR':
          'Quem aceita, e com que equilíbrio? Com `--scheduling none` o kernel dá a conexão ao worker que pedir primeiro: barato, desigual, e uma conexão longa fica onde caiu. Com `rr` o primário envia uma a cada worker, em rodízio: equilibrado, mas custa cerca do dobro. De quem é a que está a caminho de um worker que está morrendo? Aqui o primário a guarda até que um worker diga que a tem; o `SCHED_RR` do próprio Node deixa esse cliente pendurado.',
      },
      {
        en: 'What becomes of a message to a worker that is still starting, or gone? The first is lost without a word, the second raises an error. Look for a `ready` from the other side, for `isConnected()`, for a listener for `error`.',
        'pt-BR':
          'O que acontece com uma mensagem para um worker que ainda está iniciando, ou que já se foi? A primeira se perde em silêncio, a segunda gera um erro. Procure um `ready` vindo do outro lado, `isConnected()`, um listener de `error`.',
      },
      {
        en: 'Who starts a worker again, and who stops doing so? One that dies at once, each time, must not be forked for ever: look for growing pauses and for giving up. Can an exit that was wished for be told from a crash?',
        'pt-BR':
          'Quem inicia um worker de novo, e quem desiste? Um que morre logo, todas as vezes, não pode ser recriado para sempre: procure pausas crescentes e a desistência. Dá para distinguir uma saída desejada de uma queda?',
      },
      {
        en: 'Whom does the signal reach? Ctrl-C reaches the whole process group, `kill` the primary alone, a supervisor perhaps the leaves first. Each process must drain once, whoever was told first, and none may outlive a primary that was killed.',
        'pt-BR':
          'A quem chega o sinal? Ctrl-C chega ao grupo inteiro de processos, `kill` só ao primário, e um supervisor talvez avise primeiro os processos filhos. Cada processo precisa drenar uma vez, seja quem for o primeiro avisado, e nenhum pode sobreviver a um primário que foi morto.',
      },
    ],
  },
  {
    from: 'server-async',
    to: 'server-threads',
    by: whereItRuns,
    difference: {
      en: 'The same service on several event loops of one process. The main thread accepts and gives each socket, unread, to a thread; what is new is the way across that boundary, and who answers for the socket on it.',
      'pt-BR':
        'O mesmo serviço em vários event loops de um só processo. A thread principal aceita e entrega cada socket, sem ler, a uma thread; o que há de novo é o caminho por essa fronteira, e quem responde pelo socket durante a travessia.',
    },
    questions: [
      {
        en: 'Could anything have been read before the socket left? What was read stays behind, and the client waits for ever for its answer. Look for `pauseOnConnect`, and for a `data` listener on this side.',
        'pt-BR':
          'Algo pode ter sido lido antes de o socket partir? O que foi lido fica para trás, e o cliente espera a resposta para sempre. Procure `pauseOnConnect`, e um listener de `data` deste lado.',
      },
      {
        en: 'Who owns the socket at each moment? Between the choice of a thread and its taking the socket, the thread may die, and the client may reset. In every case: who closes the descriptor, who gives the seat back, who hears the `error`?',
        'pt-BR':
          'De quem é o socket em cada momento? Entre a escolha de uma thread e a chegada do socket a ela, a thread pode morrer e o cliente pode enviar um reset. Em cada caso: quem fecha o descritor, quem devolve a vaga, quem trata o `error`?',
      },
      {
        en: 'What is in the list of transfers, and what is copied? The handle moves; everything else in the message is cloned. One message for the connections of a turn is cheap. One for each message of a client costs more than answering it.',
        'pt-BR':
          'O que está na lista de transferência, e o que é copiado? O handle se move; todo o resto da mensagem é clonado. Uma mensagem para as conexões de uma volta é barata. Uma para cada mensagem do cliente custa mais do que respondê-la.',
      },
      {
        en: 'What can one thread do to the others? They share the process: a crash in native code, a signal to `process.pid`, the last descriptor, memory outside the heap end or starve all of them. `resourceLimits` holds for the JavaScript heap only.',
        'pt-BR':
          'O que uma thread pode fazer às outras? Elas dividem o processo: uma falha em código nativo, um sinal para `process.pid`, o último descritor ou a memória fora do heap derrubam ou sufocam todas. `resourceLimits` só vale para o heap de JavaScript.',
      },
      {
        en: 'What may run on the main thread? Everybody passes through it once. A log line written synchronously or a computation there delays every new client, however idle the threads are.',
        'pt-BR':
          'O que pode rodar na thread principal? Todos passam por ela uma vez. Uma linha de log escrita de forma síncrona ou um cálculo ali atrasa cada cliente novo, por mais ociosas que estejam as threads.',
      },
    ],
  },
  {
    from: 'server-cluster',
    to: 'server-threads',
    by: { en: 'process or thread', 'pt-BR': 'processo ou thread' },
    difference: {
      en: 'Both run a loop a core and replace a worker that dies. A process has memory, descriptors and signals of its own, and the kernel cleans up behind it. A thread shares them, which is cheaper, and leaves the cleaning up to the code.',
      'pt-BR':
        'Os dois rodam um event loop por núcleo e substituem um worker que morre. Um processo tem memória, descritores e sinais próprios, e o kernel limpa o que ele deixa. Uma thread os compartilha, o que é mais barato, e deixa a limpeza para o código.',
    },
    questions: [
      {
        en: 'What dies with a worker? The kernel closes a dead process’s sockets, whatever killed it. A thread that throws or fills its heap takes its own connections; one that crashes in native code takes all threads with it. Which of these can happen to the work that is done here?',
        'pt-BR':
          'O que morre com um worker? O kernel fecha os sockets de um processo morto, seja qual for a causa. Uma thread que lança um erro ou enche o heap leva as suas conexões; uma que falha em código nativo leva todas as threads junto. O que disso pode acontecer com o trabalho feito aqui?',
      },
      {
        en: 'What is shared, and who guards it? Threads count seats in a `SharedArrayBuffer`: each access must be atomic, none may leave a count half changed where a thread ends between two, and somebody else must give back what a dead thread held. Processes share no counter, so their limits hold for each alone.',
        'pt-BR':
          'O que é compartilhado, e quem o protege? As threads contam vagas em um `SharedArrayBuffer`: todo acesso precisa ser atômico, nenhum pode deixar uma contagem pela metade se a thread termina entre dois deles, e alguém precisa devolver o que uma thread morta segurava. Processos não dividem contador, então seus limites valem para cada um.',
      },
      {
        en: 'How is one ended that hangs? `SIGKILL` works at any instant. `terminate()` works between two steps of JavaScript: a long native call goes on, keeps its sockets, and keeps the process from ending.',
        'pt-BR':
          'Como se encerra um que travou? `SIGKILL` funciona a qualquer instante. `terminate()` funciona entre dois passos de JavaScript: uma chamada nativa longa continua, segura os seus sockets e impede o processo de terminar.',
      },
      {
        en: 'Who chooses, and by what? In cluster the kernel or the turn, neither of which counts connections. In threads their number, which says nothing of what they compute: one busy connection weighs as much as an idle one. Where connections are handed over, a worker that was silent for 250 ms is passed over; that is all that is known of its load.',
        'pt-BR':
          'Quem escolhe, e por qual critério? No cluster, o kernel ou o rodízio, e nenhum conta conexões. No threads, o número delas, que nada diz do que calculam: uma ocupada pesa tanto quanto uma ociosa. Onde conexões são entregues, um worker calado há 250 ms é pulado; isso é tudo o que se sabe da sua carga.',
      },
      {
        en: 'Where do signals arrive, and where do log lines come from? Every process gets signals, only the main thread does; every process writes to the terminal by itself, threads share one descriptor. Follow one SIGTERM and one log line through both.',
        'pt-BR':
          'Onde chegam os sinais, e de onde saem as linhas de log? Todo processo recebe sinais, mas só a thread principal; cada processo escreve no terminal por si, as threads dividem um descritor. Siga um SIGTERM e uma linha de log pelos dois.',
      },
    ],
  },
];

/** The edge between two approaches, in whichever direction; undefined where there is none. */
export function edgeBetween(one: string, other: string): Edge | undefined {
  return edges.find(({ from, to }) => (from === one && to === other) || (from === other && to === one));
}

/** The approaches on the shortest way along the tree, both ends among them; none where no way leads there. */
export function wayBetween(one: string, other: string): readonly string[] {
  const ways = [[one]];
  const seen = new Set([one]);
  for (const way of ways) {
    const end = way.at(-1) ?? one;
    if (end === other) return way;
    for (const { from, to } of edges) {
      const next = from === end ? to : to === end ? from : undefined;
      if (next === undefined || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
}
