import { clause } from '../clause.ts';
import { atWork, endsWell, nothingLeft } from './draining.ts';
import { demand, pause, workModule } from './support.ts';

const needs = ['start', 'signal'] as const;
const rule = 'protocol: shutdown';
const waits = ['--work', workModule('work-by-message.ts')];

export const signalClauses = [
  clause({
    id: 'drain/sigint',
    title: 'SIGINT drains as SIGTERM does',
    rule,
    framing: 'line',
    needs,
    flags: waits,
    async run(subject) {
      const server = await subject.server();
      const peer = await atWork(subject, 400);
      server.signal('SIGINT');
      await peer.expectLast('Echo: wait 400\n');
      peer.end();
      await endsWell(server, 'sent SIGINT');
    },
  }),
  clause({
    id: 'drain/signal-again-within-a-second',
    title: 'A second signal within 1 s is the same request: what was received is still answered',
    rule,
    framing: 'line',
    needs,
    flags: waits,
    async run(subject) {
      const server = await subject.server();
      const peer = await atWork(subject, 900);
      const first = performance.now();
      server.signal('SIGTERM');
      server.signal('SIGINT');
      await pause(200);
      // On a busy machine this side may be so late that it would be another request.
      if (performance.now() - first < 500) server.signalEach('SIGTERM');
      await peer.expectLast('Echo: wait 900\n');
      peer.end();
      await endsWell(server, 'sent three signals at once');
    },
  }),
  clause({
    id: 'drain/later-signal-stops-at-once',
    title: 'A signal more than 1 s after the first stops the server at once',
    rule,
    framing: 'line',
    needs,
    flags: [...waits, '--drain-timeout', '60s'],
    async run(subject) {
      const server = await subject.server();
      await atWork(subject, 60_000);
      const other = await subject.connect();
      server.signal('SIGTERM');
      await other.untilClosed(); // It has obeyed.
      await pause(1_300);
      demand(server.running, 'sent SIGTERM during long work', 'the server to wait for it', 'it ended');
      server.signal('SIGTERM');
      await server.untilExited('sent SIGTERM again after 1.3 s');
    },
  }),
  clause({
    id: 'drain/group',
    title: 'SIGINT to the whole process group, as Ctrl-C sends it, drains once and leaves nothing behind',
    rule: 'fault 23',
    framing: 'line',
    needs,
    flags: waits,
    async run(subject) {
      const server = await subject.server();
      const peer = await atWork(subject, 500);
      server.signalGroup('SIGINT');
      await peer.expectLast('Echo: wait 500\n');
      peer.end();
      await endsWell(server, 'sent SIGINT to the group');
      await nothingLeft(server, subject.patience);
    },
  }),
  clause({
    id: 'drain/terminal-closes',
    title: 'SIGHUP to the whole process group, as a terminal that closes sends it, drains as SIGTERM does',
    rule: 'fault 31',
    framing: 'line',
    needs,
    flags: waits,
    async run(subject) {
      const server = await subject.server();
      const peer = await atWork(subject, 400);
      server.signalGroup('SIGHUP');
      await peer.expectLast('Echo: wait 400\n');
      peer.end();
      await endsWell(server, 'sent SIGHUP to the group');
      await nothingLeft(server, subject.patience);
    },
  }),
  clause({
    id: 'drain/workers-signalled-first',
    title: 'When the workers are signalled before the primary, as Nx does, all drain and nothing is left',
    rule,
    framing: 'line',
    workers: ['processes'],
    needs,
    flags: waits,
    async run(subject) {
      const server = await subject.server();
      const peer = await atWork(subject, 700);
      for (const { pid } of server.processes.toReversed()) process.kill(pid, 'SIGTERM');
      await peer.expectLast('Echo: wait 700\n');
      peer.end();
      await endsWell(server, 'sent SIGTERM to the workers and then to the primary');
      await nothingLeft(server, subject.patience);
    },
  }),
  clause({
    id: 'drain/leaves-nothing',
    title: 'After the exit no process is left, and the port is free',
    rule,
    framing: 'line',
    needs,
    async run(subject) {
      const server = await subject.server();
      await subject.connectMany(5);
      server.signal('SIGTERM');
      await endsWell(server, 'sent SIGTERM');
      await nothingLeft(server, subject.patience);
    },
  }),
  clause({
    id: 'drain/while-starting',
    title: 'SIGTERM while the server starts ends it, and leaves nothing behind',
    rule: 'fault 23',
    framing: 'line',
    needs,
    async run(subject) {
      for (const delay of [0, 60, 150, 300, undefined]) {
        const server = await subject.launch();
        await (delay === undefined ? server.ready() : pause(delay));
        server.signal('SIGTERM');
        const did = delay === undefined ? 'sent SIGTERM at the ready line' : `sent SIGTERM ${delay} ms after the start`;
        const { code, signal } = await server.untilExited(did);
        // Before it could say how it takes the signal, the kernel's way is right, too.
        demand(code === 0 || signal === 'SIGTERM' || code === 143, did, 'a clean end', `exit ${String(code)}: ${server.stderr.text.slice(0, 300)}`);
        await nothingLeft(server, subject.patience);
      }
    },
  }),
];
