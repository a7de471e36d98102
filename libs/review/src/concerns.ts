import type { Concern } from './concern.ts';
import { allServedByWorker, left, model, nothing, servedByModel, servedByWorker, worker } from './concern-parts.ts';
import { assigns, calls, constructs, declaredFunction, defines, listening, listensFor, takesAsTheyCome, transfers } from './matcher.ts';
import type { RuntimePlace } from './runtime-place.ts';

const accepting: readonly RuntimePlace[] = ['Acceptor.[Symbol.asyncIterator]', 'Admission.admit'];
const reading: readonly RuntimePlace[] = ['serveConnection', 'Connection.read', 'Connection.frame', 'ChunkReader.read'];
const writing: readonly RuntimePlace[] = ['serveConnection', 'Connection.reply', 'Connection.writable'];
const workersDeath: readonly RuntimePlace[] = ['Supervisor.#onExit', 'Supervisor.#onDied', 'Supervisor.#replace'];

/** What a server must do, in the order in which a connection meets it. */
export const concerns: readonly Concern[] = [
  {
    id: 'bind',
    title: { en: 'Bind', 'pt-BR': 'Associar a porta (bind)' },
    question: {
      en: 'Who owns the listening socket, and who says that the port is in use?',
      'pt-BR': 'De quem é o socket de escuta, e quem diz que a porta já está em uso?',
    },
    ways: {
      none: [
        {
          own: [model('a call of Acceptor.listen()', calls('Acceptor.listen'))],
          runtime: ['Acceptor.listen', 'listen'],
        },
      ],
      processes: [
        {
          own: [
            model('a call of findPort()', calls('findPort')),
            worker('a call of Acceptor.listen()', calls('Acceptor.listen')),
          ],
          runtime: ['findPort', 'listen'],
        },
      ],
      threads: [
        {
          own: [
            model('a call of findPort()', calls('findPort')),
            model('a call of listen()', calls('listen')),
            worker('a call of Acceptor.listen()', calls('Acceptor.listen')),
          ],
          runtime: ['findPort', 'listen'],
        },
      ],
    },
  },
  {
    id: 'accept',
    title: { en: 'Accept', 'pt-BR': 'Aceitar' },
    question: {
      en: 'Who takes a connection off the listener, and when does it ask for the next?',
      'pt-BR': 'Quem retira uma conexão do socket de escuta, e quando pede a próxima?',
    },
    ways: {
      none: [
        { own: [model('for await over the acceptor', takesAsTheyCome)], runtime: accepting },
        { own: [model('a stream that is subscribed to', calls('.subscribe'))], runtime: accepting },
      ],
      processes: [{ own: [allServedByWorker], runtime: ['serveAll', ...accepting] }],
      threads: [
        {
          own: [model("a listener for 'connection'", listensFor('connection')), allServedByWorker],
          runtime: ['Admission.admit', 'serveAll', 'Acceptor.[Symbol.asyncIterator]'],
          note: {
            en: 'The main thread accepts; with `--accept reuse-port`, each thread does.',
            'pt-BR': 'A thread principal aceita; com `--accept reuse-port`, quem aceita é cada thread.',
          },
        },
      ],
    },
  },
  {
    id: 'wait',
    title: { en: 'Wait', 'pt-BR': 'Esperar' },
    question: {
      en: 'While one connection is served, what becomes of the next?',
      'pt-BR': 'Enquanto uma conexão é atendida, o que acontece com a próxima?',
    },
    ways: {
      none: [
        { own: [servedByModel], runtime: ['serveConnection', 'Connections.#sayWhoWaits'] },
        { own: [model('a call of mergeMap()', calls('mergeMap'))], runtime: ['Connections.#sayWhoWaits'] },
      ],
      processes: [left(allServedByWorker, ['serveAll', 'serveConnection', 'Connections.#sayWhoWaits'])],
      threads: [
        {
          own: [model('a call of available()', calls('.available')), servedByWorker],
          runtime: ['Supervisor.available', 'serveConnection'],
        },
      ],
    },
  },
  {
    id: 'hand-over',
    title: { en: 'Hand over', 'pt-BR': 'Entregar' },
    question: {
      en: 'Does a connection change hands between accept and the first read, and what could be lost on the way?',
      'pt-BR': 'A conexão muda de mãos entre o accept e a primeira leitura, e o que se pode perder no caminho?',
    },
    ways: {
      none: nothing({
        en: 'Nothing is handed over: the event loop that accepts also serves.',
        'pt-BR': 'Nada é entregue: o event loop que aceita também atende.',
      }),
      processes: [
        {
          own: [
            model('an assignment to cluster.schedulingPolicy', assigns('.schedulingPolicy')),
            model('a call of cluster.fork()', calls('.fork')),
            model('a call of acceptInTurn()', calls('acceptInTurn')),
          ],
          runtime: ['acceptInTurn', 'handedOver'],
          note: {
            en: 'With `none` nothing is handed over: the workers accept from one listening socket. With `rr` the primary accepts and sends each connection on.',
            'pt-BR':
              'Com `none` nada é entregue: os workers aceitam do mesmo socket de escuta. Com `rr` o primário aceita e envia cada conexão adiante.',
          },
        },
      ],
      threads: [
        {
          own: [
            model('a function that moves a seat', calls('.move', declaredFunction)),
            model('a call of postMessage() with what is transferred', transfers),
            worker('a listener that adds the connection', calls('.add', listening)),
          ],
          runtime: ['threadWorker', 'attach', 'Connections.add'],
        },
      ],
    },
  },
  {
    id: 'read-and-frame',
    title: { en: 'Read and frame', 'pt-BR': 'Ler e separar mensagens' },
    question: {
      en: 'Who asks for the next bytes, and how many reads can be under way on one connection?',
      'pt-BR': 'Quem pede os próximos bytes, e quantas leituras podem estar em andamento numa conexão?',
    },
    ways: {
      none: [
        {
          own: [model('a call of read()', calls('.read')), model('a call of frame()', calls('.frame'))],
          runtime: ['Connection.read', 'Connection.frame'],
        },
        left(servedByModel, reading),
      ],
      processes: [left(allServedByWorker, reading)],
      threads: [left(servedByWorker, reading)],
    },
  },
  {
    id: 'write-and-backpressure',
    title: { en: 'Write and backpressure', 'pt-BR': 'Escrever e backpressure' },
    question: {
      en: 'What keeps a peer that does not read from filling the memory?',
      'pt-BR': 'O que impede um cliente que não lê de encher a memória?',
    },
    ways: {
      none: [
        {
          own: [
            model('a call of reply()', calls('.reply')),
            model('a call of writable()', calls('.writable')),
            { what: 'a function that makes an Observable', find: constructs('Observable', declaredFunction) },
          ],
          runtime: ['Connection.reply', 'Connection.writable'],
        },
        left(servedByModel, writing),
      ],
      processes: [left(allServedByWorker, writing)],
      threads: [left(servedByWorker, writing)],
    },
  },
  {
    id: 'death',
    title: { en: "A worker's death", 'pt-BR': 'A morte de um worker' },
    question: {
      en: 'Who notices, whose connections are gone, and what comes in its place?',
      'pt-BR': 'Quem percebe, quais conexões se perdem, e o que vem no lugar?',
    },
    ways: {
      none: nothing({
        en: 'There is no worker. What ends the process ends every connection, and nothing here starts it again.',
        'pt-BR': 'Não há worker. O que encerra o processo encerra todas as conexões, e nada aqui o inicia de novo.',
      }),
      processes: [
        {
          own: [model('a call of processWorker()', calls('processWorker'))],
          runtime: ['processWorker', ...workersDeath],
        },
      ],
      threads: [
        {
          own: [
            model('a call of threadWorker()', calls('threadWorker')),
          ],
          runtime: ['threadWorker', ...workersDeath],
        },
      ],
    },
  },
  {
    id: 'drain',
    title: { en: 'Drain', 'pt-BR': 'Drenar' },
    question: {
      en: 'In which order: no new clients, the replies under way, the end? And whom does the signal reach?',
      'pt-BR': 'Em que ordem: parar de aceitar, concluir as respostas em andamento, encerrar? E quem recebe o sinal?',
    },
    ways: {
      none: [
        {
          own: [model('drain', defines('drain'))],
          runtime: ['Acceptor.drain', 'Connections.drain', 'Connection.drain'],
        },
      ],
      processes: [
        {
          own: [model('drain', defines('drain')), worker('drain', defines('drain'))],
          runtime: ['Supervisor.drain', 'Acceptor.drain', 'Connections.drain'],
        },
      ],
      threads: [
        {
          own: [
            model('drain', defines('drain')),
            worker('two drains, one for each way of accepting', defines('drain'), 2),
          ],
          runtime: ['Supervisor.drain', 'Acceptor.drain', 'Connections.drain'],
        },
      ],
    },
  },
];
