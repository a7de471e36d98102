import { clausesOf } from '../clause.ts';
import { freePort } from '../free-port.ts';
import { NotTried } from '../not-tried.ts';
import { keepAliveIsOn } from '../tcp-table.ts';
import { answeredClient, demand, eventually, givesUp } from './support.ts';

const fewDescriptors = ['sh', '-c', 'ulimit -n 128; exec "$@"', 'sh'];

export const mainClauses = clausesOf({ level: 'echo-lab', framing: 'line' }, [
  {
    id: 'main/killed-leaves-nothing',
    title: {
      en: 'When its first process is killed, no other is left, and the port is free',
      'pt-BR': 'Quando o primeiro processo é morto, nenhum outro sobra, e a porta fica livre',
    },
    rule: 'fault 22',
    needs: ['start', 'kill'],
    async run(subject) {
      const port = await freePort();
      const server = await (await subject.launch({ port })).ready();
      const peer = await answeredClient(server, 'hello');
      server.signal('SIGKILL');
      await server.untilExited('killed it');
      await eventually(() => server.pids.length === 0, subject.patience, () => server.failure('no orphan', 'killed it'));
      peer.destroy();
      const next = await (await subject.launch({ port })).ready();
      const again = await answeredClient(next, 'hello again');
      again.destroy();
    },
  },
  {
    id: 'descriptors/recovers',
    title: {
      en: 'Out of descriptors, it refuses whom it cannot serve, and recovers when clients leave',
      'pt-BR': 'Sem descritores, recusa quem não pode atender, e se recupera quando clientes saem',
    },
    rule: 'fault 17',
    needs: ['start'],
    flags: ['--log-level', 'warn'],
    async run(subject) {
      const server = await (await subject.launch({ through: fewDescriptors })).ready();
      const peers = await Promise.all(Array.from({ length: 300 }, () => server.connect().catch(() => undefined)));
      for (const peer of peers) await peer?.say('am I in?');
      const serial = subject.promises.serves === 'serial';
      const full = 'Error: server is full\n';
      const said = await Promise.all(
        peers.map(async (peer, index) => {
          if (peer === undefined || (serial && index > 0)) return true; // Waiting for its turn.
          await peer.until(() => peer.pending.length > 0 || peer.ending !== 'open', 'a reply or a refusal');
          return peer.pending.toString().startsWith('Echo') || peer.pending.toString() === full;
        }),
      );
      const silent = said.filter((one) => !one).length;
      for (const peer of peers) peer?.destroy();
      demand(silent === 0, 'connected 300 clients with ulimit -n 128', 'a reply or `Error: server is full` for each', `${silent} got neither`);
      await eventually(() => server.running, 0, () => server.failure('it to live on', 'ran it out of descriptors'));
      const until = performance.now() + subject.patience;
      for (let answered = 0; answered < 10; ) {
        const peer = await server.connect();
        await peer.say('and now?');
        await peer.until(() => peer.pending.length > 0 || peer.ending !== 'open', 'a reply');
        if (peer.pending.toString() === 'Echo: and now?\n') answered++;
        else if (performance.now() > until) throw peer.failure('to be served again when the 300 had left');
        peer.destroy();
      }
    },
  },
  {
    id: 'descriptors/limit-above',
    title: {
      en: 'A --max-connections for which there are not descriptors enough ends with one line that names it, exit 1',
      'pt-BR': 'Um --max-connections para o qual não há descritores é citado em uma linha, com código de saída 1',
    },
    rule: 'fault 30',
    needs: ['start'],
    flags: [],
    async run(subject) {
      const server = await subject.launch({ flags: ['--max-connections', '1000'], through: fewDescriptors });
      const did = 'gave it --max-connections 1000 with ulimit -n 128';
      const line = await givesUp(server, 1, subject.patience, did);
      demand(line.includes('--max-connections'), did, 'its name in the line', `it said ${line}`);
    },
  },
  {
    id: 'keep-alive/is-on',
    title: {
      en: 'TCP keep-alive is on, so that a peer that vanished is found',
      'pt-BR': 'O keep-alive do TCP está ligado, para que se descubra um cliente que sumiu',
    },
    rule: 'fault 11',
    needs: ['start'],
    async run(subject) {
      const server = await subject.server();
      const peer = await answeredClient(subject, 'hello');
      const on = (): boolean => {
        const answer = keepAliveIsOn(server.port, peer.socket.localPort ?? 0);
        if (answer === undefined) throw new NotTried('it reads /proc/net/tcp, which does not show this connection');
        return answer;
      };
      await eventually(on, 2_000, () => server.failure('a keep-alive timer in /proc/net/tcp', 'connected'));
    },
  },
]);
