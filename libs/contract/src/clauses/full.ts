import { clausesOf } from '../clause.ts';
import type { Peer } from '../peer.ts';
import type { Subject } from '../subject.ts';
import { comeAndGoSilently, demand, eventually } from './support.ts';

const refusal = 'Error: server is full\n';
const limit = 3;

/** How many connections fit: the limit holds for each process. */
const room = ({ promises: { workers } }: Subject): number => (workers === 'processes' ? 2 * limit : limit);

/** Fills the server; gives those who are in and those who were refused. */
async function fill(subject: Subject, count = room(subject) + limit): Promise<{ inside: Peer[]; refused: Peer[] }> {
  // Those who were here before may just be leaving.
  const peers = [await untilLetIn(subject), ...(await subject.connectMany(count - 1))];
  const serial = subject.promises.serves === 'serial';
  const settled = serial ? peers.slice(0, 1).concat(peers.slice(limit)) : peers;
  for (const peer of settled) void peer.say('am I in?');
  for (const peer of settled) await peer.until(() => peer.count > 0 || peer.ending !== 'open', 'a reply or a refusal');
  const refused = peers.filter((peer) => peer.pending.toString().startsWith('Error'));
  return { inside: peers.filter((peer) => !refused.includes(peer)), refused };
}

const flags = ['--max-connections', `${limit}`];

export const fullClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: refusing', flags }, [
  {
    id: 'full/refusal-line',
    title: {
      en: 'Beyond --max-connections, waiting ones included, a client gets `Error: server is full` and the close',
      'pt-BR': 'Acima de --max-connections, contando quem espera, o cliente recebe `Error: server is full` e a conexão é fechada',
    },
    async run(subject) {
      const { inside, refused } = await fill(subject);
      demand(
        inside.length <= room(subject) && refused.length >= limit,
        `connected ${inside.length + refused.length} clients`,
        `at most ${room(subject)} to get in and the others to be refused`,
        `${inside.length} got in and ${refused.length} were refused`,
      );
      for (const peer of refused) await peer.expectLast(refusal);
    },
  },
  {
    id: 'full/others-served-on',
    title: {
      en: 'Those who are in are served on while others are refused',
      'pt-BR': 'Quem já entrou continua sendo atendido enquanto outros são recusados',
    },
    async run(subject) {
      const { inside } = await fill(subject);
      const [first, ...others] = inside;
      await first?.hear('am I in?');
      await first?.exchange('served on');
      if (subject.promises.serves === 'serial') return;
      for (const peer of others) await peer.hear('am I in?');
      for (const peer of others) await peer.exchange('served on');
    },
  },
  {
    id: 'full/nobody-refused-below',
    title: {
      en: 'Below --max-connections nobody is refused',
      'pt-BR': 'Abaixo de --max-connections ninguém é recusado',
    },
    workers: ['none', 'threads'],
    async run(subject) {
      const until = performance.now() + subject.patience;
      for (;;) {
        const { inside, refused } = await fill(subject, limit);
        if (refused.length === 0) return;
        const late = performance.now() > until;
        demand(!late, `connected ${limit} clients`, 'none to be refused', `${refused.length} were`);
        for (const peer of [...inside, ...refused]) peer.destroy(); // Those who were here before were still leaving.
      }
    },
  },
  {
    id: 'full/refusal-reaches-who-sends',
    title: {
      en: 'A refused client that sends at once still gets the line: no reset overtakes it',
      'pt-BR': 'Um cliente recusado que envia logo ainda recebe a linha: nenhum reset chega antes dela',
    },
    async run(subject) {
      const { refused } = await fill(subject);
      // A server need not read on from any number of those whom it refused; these few, it does.
      for (const peer of refused) peer.destroy();
      const late = await subject.connectMany(room(subject) + limit);
      for (const peer of late) void peer.send(Buffer.alloc(200_000, 'x\n'));
      // Of several processes, one may have had room left.
      for (const peer of late) await peer.until(() => peer.count > 0 || peer.ending !== 'open', refusal);
      for (const peer of late) if (!peer.pending.toString().startsWith('Echo')) await peer.expectLast(refusal);
    },
  },
  {
    id: 'full/recovers',
    title: {
      en: 'When clients leave, others get in',
      'pt-BR': 'Quando clientes saem, outros entram',
    },
    rule: 'fault 17',
    async run(subject) {
      for (let round = 0; round < 3; round++) {
        const { inside, refused } = await fill(subject);
        for (const peer of refused) peer.destroy();
        for (const [index, peer] of inside.entries()) {
          if (index % 2 === 0) peer.reset();
          else peer.destroy();
        }
        // Nothing tells when the server has noticed; a refusal means not yet.
        (await untilLetIn(subject)).destroy();
      }
    },
  },
  {
    id: 'full/counted',
    title: {
      en: 'Each refusal is one line of the log, and counted',
      'pt-BR': 'Cada recusa é uma linha do log, e é contada',
    },
    rule: 'fault 17',
    framing: 'line',
    needs: ['start'],
    flags: [...flags, '--log-format', 'json'],
    async run(subject) {
      const { refused } = await fill(subject);
      const { stdout } = await subject.server();
      const lines = (): readonly string[] => stdout.lines.filter((line) => line.includes('"event":"refused"'));
      const counted = (): number => lines().filter((line) => /"refused":[1-9]/.test(line)).length;
      await eventually(() => counted() >= refused.length, subject.patience, () => stdoutFailure(refused.length, lines().length));
      demand(lines().length === refused.length, `had ${refused.length} refused`, 'a line each', `there are ${lines().length}`);
    },
  },
  {
    id: 'scan/frees-the-slot',
    title: {
      en: 'A client that connects and goes, by close or by reset, frees its place',
      'pt-BR': 'Um cliente que conecta e sai, por close ou por reset, libera o seu lugar',
    },
    rule: 'fault 1',
    async run(subject) {
      await comeAndGoSilently(subject, 40);
      (await untilLetIn(subject)).destroy();
    },
  },
]);

function stdoutFailure(refused: number, lines: number): Error {
  return new Error(`had ${refused} clients refused; expected a counted line each in the log, but there are ${lines}`);
}

/** A client that is served, as soon as there is room for one. */
async function untilLetIn(subject: Subject): Promise<Peer> {
  const until = performance.now() + subject.patience;
  for (;;) {
    const peer = await subject.connect();
    await peer.say('am I in?');
    await peer.until(() => peer.count > 0 || peer.ending !== 'open', 'a reply or a refusal');
    if (peer.pending.toString().startsWith('Echo')) {
      await peer.hear('am I in?');
      return peer;
    }
    if (performance.now() > until) throw peer.failure('to be let in after the others left');
    peer.destroy();
  }
}

