import { clausesOf } from '../clause.ts';
import type { Peer } from '../peer.ts';
import type { Server } from '../server.ts';
import type { Subject } from '../subject.ts';
import { comeAndGoSilently, demand, pause, sendingClient, takesLeave } from './support.ts';

const flags = ['--proxy-protocol', 'on'];
const logged = [...flags, '--log-format', 'json'];

/** How long a header may take, ms, from the turn of its connection. */
const headerTimeout = 3_000;

const client = '203.0.113.7:56324';
const line = Buffer.from('PROXY TCP4 203.0.113.7 192.0.2.1 56324 443\r\n');

/** A header of version 2: version and command, family and transport, and what its length field counts. */
function block(command: number, kind: number, rest: Buffer): Buffer {
  const start = Buffer.from('0d0a0d0a000d0a515549540a00000000', 'hex');
  start.set([command, kind, rest.length >> 8, rest.length & 0xff], 12);
  return Buffer.concat([start, rest]);
}
const addresses = Buffer.from('cb007107c0000201dc0401bb', 'hex');
const binary = block(0x21, 0x11, addresses);
const extended = block(0x21, 0x11, Buffer.concat([addresses, Buffer.from('0400020a0a', 'hex')])); // PP2_TYPE_NOOP
const local = block(0x20, 0x00, Buffer.alloc(0));

const withMessages = (header: Buffer): Buffer => Buffer.concat([header, Buffer.from('one\ntwo\n')]);

/** A client whose header is followed by messages in the same segment is answered just those. */
async function answersAfter(subject: Subject, ...headers: readonly Buffer[]): Promise<void> {
  for (const header of headers) {
    const peer = await sendingClient(subject, withMessages(header));
    await peer.expect('Echo: one\nEcho: two\n');
    await takesLeave(peer);
  }
}

/** Awaits that a client is let go of without a word. */
async function isClosed(peer: Peer): Promise<void> {
  const came = await peer.untilClosed();
  if (came.length > 0) throw peer.failure('the end, and nothing before it');
  peer.destroy();
}

/** What the log says, but for the ready line. */
function said(server: Server): readonly string[] {
  return server.stdout.lines.filter((text) => text.endsWith('}') && !text.includes('"listening"'));
}

export const proxyClauses = clausesOf({ level: 'echo-lab', rule: 'HAProxy: proxy-protocol.txt', framing: 'line', flags }, [
  {
    id: 'proxy/line',
    title: {
      en: 'With --proxy-protocol, what follows a header of version 1 is the first message',
      'pt-BR': 'Com --proxy-protocol, o que vem depois de um cabeçalho da versão 1 é a primeira mensagem',
    },
    run: (subject) => answersAfter(subject, line),
  },
  {
    id: 'proxy/block',
    title: {
      en: 'With --proxy-protocol, what follows a header of version 2 is the first message, extensions or not',
      'pt-BR': 'Com --proxy-protocol, o que vem depois de um cabeçalho da versão 2 é a primeira mensagem, com ou sem extensões',
    },
    run: (subject) => answersAfter(subject, binary, extended),
  },
  {
    id: 'proxy/unknown-and-local',
    title: {
      en: 'A client of whom the header does not say who it is, and the proxy itself, are served',
      'pt-BR': 'Um cliente que o cabeçalho não identifica e o próprio proxy são atendidos',
    },
    run: (subject) => answersAfter(subject, Buffer.from('PROXY UNKNOWN\r\n'), local),
  },
  {
    id: 'proxy/cut-anywhere',
    title: {
      en: 'A header may come in several reads, cut anywhere',
      'pt-BR': 'Um cabeçalho pode chegar em várias leituras, cortado em qualquer ponto',
    },
    async run(subject) {
      // Every cut is tried where the header is read; here, that reads are put together at all.
      for (const header of [line, binary]) {
        const peer = await subject.connect();
        const bytes = withMessages(header);
        const cuts = [0, 1, 6, 13, 16, header.length - 1, bytes.length];
        for (const [index, end] of cuts.slice(1).entries()) {
          await peer.send(bytes.subarray(cuts[index], end));
          await pause(20);
        }
        await peer.expect('Echo: one\nEcho: two\n');
        await takesLeave(peer);
      }
    },
  },
  {
    id: 'proxy/false-is-closed',
    title: {
      en: 'A client without a header, or with a false one, is closed without a word',
      'pt-BR': 'A conexão de um cliente sem cabeçalho, ou com um inválido, é fechada sem resposta',
    },
    async run(subject) {
      const leadingZero = Buffer.from('PROXY TCP4 203.0.113.07 192.0.2.1 56324 443\r\none\n');
      for (const sent of [Buffer.from('one\n'), leadingZero, withMessages(block(0x31, 0x11, addresses))]) {
        await isClosed(await sendingClient(subject, sent));
      }
    },
  },
  {
    id: 'proxy/oversized-is-closed',
    title: {
      en: 'A header of over 107 bytes (version 1) or 4,096 (version 2) is closed without a word',
      'pt-BR': 'Um cabeçalho com mais de 107 bytes (versão 1) ou 4.096 (versão 2) fecha a conexão sem resposta',
    },
    async run(subject) {
      const longLine = Buffer.from(`${'PROXY UNKNOWN '.padEnd(106, 'x')}\r\n`);
      for (const header of [longLine, block(0x21, 0x11, Buffer.concat([addresses, Buffer.alloc(4_069)]))]) {
        await isClosed(await sendingClient(subject, withMessages(header)));
      }
    },
  },
  {
    id: 'proxy/slow-is-closed',
    title: {
      en: 'A client whose header is not there within 3 s is closed, not before its time',
      'pt-BR': 'A conexão de um cliente cujo cabeçalho não chega em 3 s é fechada, e não antes disso',
    },
    async run(subject) {
      const start = performance.now();
      const peer = await sendingClient(subject, 'PROXY TCP4');
      await peer.until(() => peer.ending !== 'open', 'the end of the connection', headerTimeout + subject.patience);
      const after = Math.round(performance.now() - start);
      demand(after > headerTimeout * 0.9, 'sent half a header', `to be left alone for ${headerTimeout} ms`, `the end came after ${after} ms`);
      await isClosed(peer);
    },
  },
  {
    id: 'proxy/turn-starts-the-clock',
    title: {
      en: 'The time that a client spends waiting for its turn does not count for its header',
      'pt-BR': 'O tempo que um cliente passa à espera da sua vez não conta para o cabeçalho',
    },
    serves: 'serial',
    async run(subject) {
      const first = await sendingClient(subject, withMessages(line));
      await first.expect('Echo: one\nEcho: two\n');
      const second = await subject.connect();
      await pause(headerTimeout + 300);
      demand(second.ending === 'open', `let a client wait for over ${headerTimeout} ms`, 'it to wait for its turn', 'it was let go of');
      await takesLeave(first);
      await second.send(withMessages(line));
      await second.expect('Echo: one\nEcho: two\n');
      await takesLeave(second);
    },
  },
  {
    id: 'proxy/log-names-the-client',
    title: {
      en: 'The log begins with the client that the header names, and calls it so',
      'pt-BR': 'O log começa pelo cliente que o cabeçalho identifica e o chama assim',
    },
    flags: logged,
    needs: ['start'],
    async run(subject) {
      const server = await subject.server();
      await answersAfter(subject, line);
      await server.stdout.match(/"event":"ended".*\n/, subject.patience, 'sent a header and messages');
      const lines = said(server);
      const right = lines[0]?.includes('"proxied"') === true && lines.every((text) => text.includes(`"peer":"${client}"`));
      demand(right, 'sent a header and messages', `a line \`proxied\`, and all of them about ${client}`, `it says ${lines.join(' ')}`);
    },
  },
  {
    id: 'proxy/checks-leave-no-line',
    title: {
      en: 'Checks of the proxy, and clients that go without a word, leave nothing in the log above debug',
      'pt-BR': 'Verificações do proxy e clientes que saem sem enviar nada não deixam nada no log acima de debug',
    },
    flags: logged,
    needs: ['start'],
    async run(subject) {
      const server = await subject.server();
      await answersAfter(subject, local, local);
      await comeAndGoSilently(subject, 4);
      await answersAfter(subject, line);
      await server.stdout.match(/"event":"ended".*\n/, subject.patience, 'sent checks, then a client');
      const others = said(server).filter((text) => !text.includes(client));
      demand(others.length === 0, 'sent checks, then a client', 'lines about that client alone', `it says ${others.join(' ')}`);
    },
  },
  {
    id: 'proxy/bad-header-is-logged',
    title: {
      en: 'A false header is one line in the log, a warning',
      'pt-BR': 'Um cabeçalho inválido é uma linha no log, um aviso',
    },
    flags: [...logged, '--log-level', 'warn'],
    needs: ['start'],
    async run(subject) {
      const server = await subject.server();
      await isClosed(await sendingClient(subject, 'hello\n'));
      await server.stdout.match(/"event":"bad-header".*\n/, subject.patience, 'sent no header');
      await answersAfter(subject, line);
      demand(said(server).length === 1, 'sent no header', 'one line in the log', `it says ${said(server).join(' ')}`);
    },
  },
]);
