import { clausesOf } from '../clause.ts';
import { ClauseFailure } from '../clause-failure.ts';
import { hints } from './hints.ts';
import { answeredClient, answersAnother, demand, takesLeave, workModule } from './support.ts';

export const waitingClauses = clausesOf({ rule: 'protocol: waiting' }, [
  {
    id: 'serial/one-at-a-time',
    level: 'echo-lab',
    title: {
      en: 'While one client is served the next waits, and is served when the first has ended',
      'pt-BR': 'Enquanto um cliente é atendido o próximo espera, e é atendido quando o primeiro termina',
    },
    serves: 'serial',
    async run(subject) {
      const [first, second] = await subject.connectMany(2);
      if (first === undefined || second === undefined) return;
      await first.exchange('first');
      await second.say('second');
      for (let round = 0; round < 20; round++) await first.exchange(`round ${round}`);
      demand(second.count === 0, 'kept the first client busy', 'the second to wait', 'it was answered');
      first.end();
      await second.hear('second');
    },
  },
  {
    id: 'serial/nobody-refused',
    level: 'echo-lab',
    title: {
      en: 'Thirty clients that come at once are all served in the end',
      'pt-BR': 'Trinta clientes que chegam ao mesmo tempo acabam todos atendidos',
    },
    serves: 'serial',
    async run(subject) {
      const peers = await Promise.all(Array.from({ length: 30 }, () => subject.connect()));
      await Promise.all(
        peers.map(async (peer, index) => {
          await peer.exchange(`client ${index}`);
          await takesLeave(peer);
        }),
      );
    },
  },
  {
    id: 'serial/first-come-first-served',
    level: 'echo-lab',
    title: {
      en: 'Those who wait are served in the order in which they came',
      'pt-BR': 'Quem espera é atendido por ordem de chegada',
    },
    serves: 'serial',
    async run(subject) {
      const peers = await subject.connectMany(12);
      const order: number[] = [];
      // The last speaks first, so that only the order of coming can put them right.
      for (const peer of peers.toReversed()) await peer.say('my turn?');
      for (const [index, peer] of peers.entries()) {
        await peer.hear('my turn?');
        order.push(...peers.flatMap((other, which) => (which > index && other.count > 0 ? [which] : [])));
        await takesLeave(peer);
      }
      demand(order.length === 0, 'let 12 clients wait', 'one after another', `clients ${order.join(', ')} were served early`);
    },
  },
  {
    id: 'serial/fin-still-answered',
    level: 'echo-lab',
    title: {
      en: 'A client that sent its message and FIN while it waited is still answered at its turn',
      'pt-BR': 'Um cliente que enviou sua mensagem e FIN enquanto esperava ainda recebe a resposta na sua vez',
    },
    serves: 'serial',
    async run(subject) {
      const [first, ...others] = await subject.connectMany(4);
      if (first === undefined) return;
      await first.exchange('first');
      for (const other of others) {
        await other.say('goodbye');
        other.end();
      }
      // Time enough for a server that looks at those who wait to see that they have left.
      for (let round = 0; round < 20; round++) await first.exchange(`round ${round}`);
      first.end();
      for (const other of others) {
        await other.hear('goodbye');
        await other.expectFin();
      }
    },
  },
  {
    id: 'serial/gone-takes-no-time',
    level: 'echo-lab',
    title: {
      en: 'Waiting clients that reset, or left without a message, do not hold up those behind them',
      'pt-BR': 'Clientes em espera que sofreram um reset, ou saíram sem mensagem, não atrasam quem está atrás deles',
    },
    serves: 'serial',
    framing: 'line',
    flags: ['--work', 'sleep:60ms'],
    async run(subject) {
      const [first, ...gone] = await subject.connectMany(41);
      const last = await subject.connect();
      if (first === undefined) return;
      await first.exchange('first');
      for (const [index, peer] of gone.entries()) {
        if (index % 3 === 0) await peer.say('goodbye');
        if (index % 3 === 2) peer.end();
        else peer.reset();
      }
      await last.say('last');
      first.end();
      await last.hear('last');
    },
  },
  {
    id: 'overlap/idle-clients-hold-up-nobody',
    level: 'concurrent',
    title: {
      en: 'While fifty clients are connected and silent, another is answered',
      'pt-BR': 'Enquanto cinquenta clientes estão conectados e em silêncio, outro recebe resposta',
    },
    hint: hints.oneToItsEnd,
    serves: 'overlapping',
    async run(subject) {
      await subject.connectMany(50);
      await answersAnother(subject);
    },
  },
  {
    id: 'overlap/slow-clients-hold-up-nobody',
    level: 'concurrent',
    title: {
      en: 'A client that sends little by little, and one that reads late, do not keep another from being answered',
      'pt-BR': 'Um cliente que envia aos poucos, e outro que demora a ler, não impedem que um terceiro receba resposta',
    },
    hint: hints.oneToItsEnd,
    serves: 'overlapping',
    async run(subject) {
      // All say the same, so that whose bytes a reply has is not decided here but by echo/keeps-connections-apart.
      const text = '................';
      const late = await subject.connect({ paused: true });
      await late.say(text);
      const [slow, other] = await subject.connectMany(2);
      if (slow === undefined || other === undefined) return;
      for (const letter of text) {
        await slow.send(letter);
        await other.exchange(text);
      }
      await slow.say('.');
      await slow.hear(`${text}.`);
      late.read();
      await late.hear(text);
    },
  },
  {
    id: 'overlap/leaving-disturbs-nobody',
    level: 'concurrent',
    title: {
      en: 'A client that leaves does not disturb those who stay: they are answered as before',
      'pt-BR': 'Um cliente que sai não atrapalha os que ficam: eles recebem resposta como antes',
    },
    hint: hints.endsForAll,
    serves: 'overlapping',
    async run(subject) {
      const staying = await subject.connectMany(8);
      for (const peer of staying) await peer.exchange('here to stay');
      for (const peer of staying) {
        await takesLeave(await answeredClient(subject, 'goodbye'));
        await peer.exchange('still here');
      }
    },
  },
  {
    id: 'overlap/slow-work-holds-up-nobody',
    level: 'echo-lab',
    title: {
      en: 'While the work on one client’s message waits, others are answered',
      'pt-BR': 'Enquanto o trabalho na mensagem de um cliente espera, outros recebem resposta',
    },
    rule: 'command line: --work',
    serves: 'overlapping',
    framing: 'line',
    flags: ['--work', workModule('work-by-message.ts')],
    async run(subject) {
      const [slow, other] = await subject.connectMany(2);
      if (slow === undefined || other === undefined) return;
      await slow.say('wait 5000'); // Far longer than five replies take on a busy machine; nobody waits for it.
      for (let round = 0; round < 5; round++) await other.exchange(`quick ${round}`);
      if (slow.count > 0) throw new ClauseFailure('let one message wait', 'others to be answered first', 'they had to wait');
    },
  },
  {
    id: 'storm/beyond-the-backlog',
    level: 'echo-lab',
    title: {
      en: 'A storm of connects beyond the backlog waits, and everybody is served in the end',
      'pt-BR': 'Uma enxurrada de conexões além do backlog espera, e todos acabam atendidos',
    },
    rule: 'fault 16',
    flags: ['--backlog', '8'],
    framing: 'line',
    async run(subject) {
      await subject.server();
      // Where its queue is full the kernel drops, and the clients' kernel tries again after 1 s, 3 s, 7 s, 15 s, for all
      // of them at once. A queue of 8 takes 9 each time, however busy the machine, so 30 are in after four.
      const peers = await Promise.all(Array.from({ length: 30 }, () => subject.connect({ patience: 25_000 })));
      await Promise.all(
        peers.map(async (peer) => {
          await peer.exchange('in the storm');
          await takesLeave(peer);
        }),
      );
    },
  },
]);
