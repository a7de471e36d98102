import { clausesOf } from '../clause.ts';
import { freePort } from '../free-port.ts';
import { Peer } from '../peer.ts';
import { readyAddress } from '../ready-address.ts';
import { answeredClient, demand, givesUp, pause } from './support.ts';


export const startClauses = clausesOf({ level: 'echo-lab', rule: 'command line', framing: 'line', needs: ['start'] }, [
  {
    id: 'start/ready-line',
    title: {
      en: 'When it accepts, one line says so on stdout, `NAME listening on HOST:PORT`, at any log level',
      'pt-BR': 'Quando passa a aceitar, uma linha diz isso no stdout, `NAME listening on HOST:PORT`, em qualquer nível de log',
    },
    flags: ['--log-level', 'silent'],
    async run(subject) {
      const server = await subject.server();
      await answeredClient(subject, 'ready?');
      const line = new RegExp(`^\\S+ listening on 127\\.0\\.0\\.1:${server.port}\\n$`);
      demand(line.test(server.stdout.text), 'started it with --log-level silent', 'the ready line alone', `it said ${JSON.stringify(server.stdout.text)}`);
    },
  },
  {
    id: 'start/nothing-answers-before',
    title: {
      en: 'Before the ready line, nothing answers on the port',
      'pt-BR': 'Antes dessa linha, nada responde na porta',
    },
    flags: [],
    async run(subject) {
      const port = await freePort();
      const server = await subject.launch({ port });
      while (server.running && !readyAddress.pattern.test(server.stdout.text)) {
        const { framing } = subject.promises;
        const peer = await Peer.connect({ host: '127.0.0.1', port, framing, patience: subject.patience }).catch(() => undefined);
        if (peer === undefined) {
          await pause(2);
          continue;
        }
        await peer.say('too early?');
        await peer.until(() => peer.count > 0 || peer.ending !== 'open', 'a reply after the ready line');
        await pause(100); // On a busy machine, what was written before the reply may come after it.
        const early = !readyAddress.pattern.test(server.stdout.text);
        peer.destroy();
        demand(!early, 'connected while it started', 'no answer before the ready line', 'one came');
      }
      if (!server.running) throw server.failure('its ready line');
    },
  },
  {
    id: 'start/json-listening-event',
    title: {
      en: 'With --log-format json the ready line is the `listening` event, at any log level',
      'pt-BR': 'Com --log-format json essa linha é o evento `listening`, em qualquer nível de log',
    },
    flags: ['--log-format', 'json', '--log-level', 'error'],
    async run(subject) {
      const server = await subject.server();
      const [line = '', ...others] = server.stdout.lines;
      const event = JSON.parse(line.startsWith('{') ? line : '{}') as Record<string, unknown>;
      demand(
        event['event'] === 'listening' && event['port'] === server.port && others.length === 0,
        'started it with --log-format json',
        'the event `listening` with its port, alone',
        `it said ${JSON.stringify(server.stdout.text)}`,
      );
    },
  },
  {
    id: 'start/loopback-alone',
    title: {
      en: 'Without --host it listens on 127.0.0.1 alone',
      'pt-BR': 'Sem --host, escuta somente em 127.0.0.1',
    },
    flags: [],
    async run(subject) {
      const server = await subject.server();
      const address = { host: '127.0.0.2', port: server.port, framing: 'line', patience: subject.patience } as const;
      const other = await Peer.connect(address).catch(() => undefined);
      other?.destroy();
      demand(other === undefined, 'connected to 127.0.0.2', 'to be refused', 'the connection was taken');
    },
  },
  {
    id: 'start/host',
    title: {
      en: '--host says where to listen; where there is no IPv6, ::1 ends it with one line and exit 1',
      'pt-BR': '--host diz onde escutar; sem IPv6, ::1 encerra o servidor com uma linha e código de saída 1',
    },
    rule: 'fault 25',
    flags: [],
    async run(subject) {
      const server = await subject.launch({ flags: ['--host', '::1'], host: '::1' });
      const ready = await Promise.race([server.ready().catch(() => undefined), server.exited.then(() => undefined)]);
      if (ready === undefined) await givesUp(server, 1, subject.patience, 'started it with --host ::1');
      else {
        const peer = await answeredClient(ready, 'over IPv6');
        peer.destroy();
        demand(ready.host === '::1', 'started it with --host ::1', 'it to listen there', `it listens on ${ready.host}`);
      }
    },
  },
  {
    id: 'start/environment',
    title: {
      en: 'Flags can be given as ECHO_… in the environment, and a flag beats the environment',
      'pt-BR': 'As opções podem vir do ambiente como ECHO_…, e uma opção prevalece sobre o ambiente',
    },
    flags: [],
    async run(subject) {
      const env = { ECHO_WORK: workThatWaits, ECHO_MAX_MESSAGE_BYTES: '3', ECHO_LOG_LEVEL: 'silent' };
      const server = await (await subject.launch({ env })).ready();
      const peer = await answeredClient(server, 'longer than three bytes'); // --max-message-bytes is always given.
      peer.destroy();
      demand(server.stdout.lines.length === 1, 'started it with ECHO_LOG_LEVEL=silent', 'the ready line alone', `it said ${server.stdout.text}`);
      const wrong = await subject.launch({ env: { ECHO_IDLE_TIMEOUT: 'soon' } });
      const line = await givesUp(wrong, 2, subject.patience, 'started it with ECHO_IDLE_TIMEOUT=soon');
      demand(line.includes('ECHO_IDLE_TIMEOUT'), 'started it with ECHO_IDLE_TIMEOUT=soon', 'its name in the line', line);
    },
  },
  {
    id: 'start/strange-environment',
    title: {
      en: 'Started with what tells Node that it is a worker of a cluster, it serves: that cluster is not its own',
      'pt-BR': 'Iniciado com a variável que diz ao Node que ele é worker de um cluster, atende assim mesmo: esse cluster não é o dele',
    },
    flags: [],
    async run(subject) {
      const server = await (await subject.launch({ env: { NODE_UNIQUE_ID: '1' } })).ready();
      const peer = await answeredClient(server, 'hello');
      peer.destroy();
    },
  },
  {
    id: 'start/again-at-once',
    title: {
      en: 'After a server with open connections was stopped, another can start on the port at once',
      'pt-BR': 'Depois que um servidor com conexões abertas é parado, outro pode iniciar na mesma porta na hora',
    },
    rule: 'fault 26',
    needs: ['start', 'signal'],
    async run(subject) {
      const first = await (await subject.launch({ port: await freePort() })).ready();
      const peer = await answeredClient(first, 'hello');
      first.signal('SIGTERM');
      await peer.untilClosed(); // The server closed first, so its side is the one in TIME_WAIT.
      peer.end();
      await first.untilExited('sent SIGTERM');
      const second = await (await subject.launch({ port: first.port })).ready();
      const again = await answeredClient(second, 'hello again');
      again.destroy();
    },
  },
]);

const workThatWaits = 'sleep:1ms';
