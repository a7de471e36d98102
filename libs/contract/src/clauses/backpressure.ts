import { clausesOf } from '../clause.ts';
import { phrases } from '../phrases.ts';
import { memoryOf } from '../process-tree.ts';
import { block, enoughToBeStuck, flood, floodBlocks, numberedLines, warmUp } from './flood.ts';
import { hints } from './hints.ts';
import { answeredClient, answersAnother, demand, expectReplies, repliesTo } from './support.ts';

const same = (): Buffer => block;

export const backpressureClauses = clausesOf({ rule: 'fault 13', quiet: true }, [
  {
    id: 'backpressure/pauses-reading',
    level: 'echo-lab',
    title: {
      en: 'A client that does not read is not read from, and is answered in full when it reads',
      'pt-BR': 'O servidor deixa de ler de um cliente que não lê, e tudo é respondido quando ele volta a ler',
    },
    rule: 'protocol: framing',
    async run(subject) {
      const peer = await subject.connect({ paused: true });
      const taken = await flood(peer, same);
      demand(taken < floodBlocks, 'sent 120 MB and read nothing', 'the server to stop reading', 'it read them all');
      let came = 0;
      peer.read((chunk) => {
        for (const byte of chunk) if (byte === 0x78) came++;
      });
      peer.end();
      // The block that got stuck was sent, too.
      const expected = (taken + 1) * 999_000;
      await peer.until(() => came >= expected, `all ${expected} bytes back when it reads`);
    },
  },
  {
    id: 'backpressure/others-unaffected',
    level: 'robust',
    title: {
      en: 'While one client sends and does not read, the others are answered',
      'pt-BR': 'Enquanto um cliente envia e não lê, os outros recebem resposta',
    },
    hint: hints.blockingSend,
    serves: 'overlapping',
    async run(subject) {
      const peer = await subject.connect({ paused: true });
      const others = await subject.connectMany(10);
      await flood(peer, same, enoughToBeStuck);
      await Promise.all(others.map((other) => other.exchange('and I?')));
      await answersAnother(subject);
      // It takes its replies and leaves like anybody: a server that ends at a reset is another clause's matter.
      peer.read(() => undefined);
      peer.end();
      await peer.until(() => peer.ending !== 'open', phrases.end, 4 * subject.patience);
    },
  },
  {
    id: 'backpressure/slow-reader',
    level: 'robust',
    title: {
      en: 'A client that reads late and slowly gets every reply, in order',
      'pt-BR': 'Um cliente que lê tarde e devagar recebe todas as respostas, em ordem',
    },
    hint: hints.partialSend,
    async run(subject) {
      const peer = await subject.connect({ paused: true });
      const { lines, next } = numberedLines();
      await flood(peer, next, enoughToBeStuck);
      peer.read();
      peer.socket.on('data', () => {
        peer.pause();
        setTimeout(() => peer.socket.resume(), 2);
      });
      await expectReplies(subject, peer, lines);
    },
  },
  {
    id: 'backpressure/memory-bounded',
    level: 'echo-lab',
    title: {
      en: 'A client that floods and never reads takes a bounded amount of memory',
      'pt-BR': 'Um cliente que envia sem parar e nunca lê ocupa uma quantidade limitada de memória',
    },
    framing: 'line',
    needs: ['start'],
    async run(subject) {
      const server = await subject.server();
      await warmUp(subject, 20);
      const before = memoryOf(server.pids);
      const peer = await subject.connect({ paused: true });
      const taken = await flood(peer, same);
      const megabytes = Math.round((memoryOf(server.pids) - before) / 1e6);
      demand(megabytes < 110 && taken < floodBlocks, `sent ${taken} MB and read nothing`, 'under 110 MB more memory', `it took ${megabytes} MB`);
    },
  },
  {
    id: 'order/few-writes',
    level: 'echo-lab',
    title: {
      en: 'The replies to what one read brings go out in few writes',
      'pt-BR': 'As respostas ao que uma leitura trouxe saem em poucas escritas',
    },
    rule: 'protocol: framing',
    framing: 'line',
    needs: ['start'],
    quiet: false,
    flags: ['--log-level', 'warn'],
    async run(subject) {
      const { writesOf } = await import('../process-tree.ts');
      const server = await subject.server();
      const peer = await answeredClient(subject, 'before');
      const before = writesOf(server.pids);
      // So many that what a runtime writes to wake its own threads, up to 1,500 times while it starts, does not count.
      const lines = Array.from({ length: 20_000 }, (_, index) => `${index}\n`);
      await peer.send(lines.join(''));
      await peer.expect(repliesTo(lines));
      const writes = writesOf(server.pids) - before;
      demand(writes < lines.length / 2, `sent ${lines.length} lines at once`, 'far fewer writes than lines', `there were ${writes}`);
    },
  },
]);
