import { clausesOf } from '../clause.ts';
import { addressOf, said } from './log-lines.ts';
import { answeredClient, answersAnother, comeAndGoSilently, demand, pause, sendingClient } from './support.ts';

/** Whoever stays as long without a byte is no probe, ms. */
const staysMs = 400;

export const logClauses = clausesOf({ level: 'echo-lab', framing: 'line', needs: ['start'] }, [
  {
    id: 'log/control-bytes-escaped',
    title: {
      en: 'Control bytes of a message stand escaped in the log: no client can write to the operator’s terminal',
      'pt-BR': 'Os bytes de controle de uma mensagem aparecem escapados no log: nenhum cliente escreve no terminal do operador',
    },
    rule: 'fault 4',
    flags: ['--log-level', 'debug'],
    async run(subject) {
      const server = await subject.server();
      await answeredClient(subject, 'before\x1b[2J\x1b]0;owned\x07\x00\x7f\u009b31m\u202eafter-it');
      await server.stdout.match(/after-it/, subject.patience, 'sent escape sequences');
      const raw = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/.exec(server.stdout.text + server.stderr.text);
      demand(raw === null, 'sent escape sequences', 'none of them raw in the log', `it holds ${JSON.stringify(raw?.[0])}`);
    },
  },
  {
    id: 'log/no-forged-line',
    title: {
      en: 'No message can forge a line of the log',
      'pt-BR': 'Nenhuma mensagem consegue forjar uma linha do log',
    },
    rule: 'fault 4',
    framing: 'chunk',
    flags: ['--log-level', 'debug'],
    async run(subject) {
      const server = await subject.server();
      await answeredClient(subject, 'first\nFORGED one\r\nFORGED two\u2028FORGED three\rFORGED four');
      await server.stdout.match(/FORGED four/, subject.patience, 'sent lines aimed at the log');
      const forged = server.stdout.text.split(/[\n\r\u2028]/).some((line) => line.startsWith('FORGED'));
      demand(!forged, 'sent lines aimed at the log', 'none to begin with what was sent', 'one did');
    },
  },
  {
    id: 'log/reset-is-one-line',
    title: {
      en: 'A reset is one line of the log, without a stack trace',
      'pt-BR': 'Um reset é uma linha do log, sem stack trace',
    },
    rule: 'protocol: framing',
    flags: ['--log-format', 'json'],
    async run(subject) {
      const server = await subject.server();
      const peer = await answeredClient(subject, 'hello');
      peer.reset();
      await server.stdout.match(/"event":"reset".*\n/, subject.patience, 'reset a connection');
      await answersAnother(subject);
      const resets = server.stdout.lines.filter((line) => line.includes('"reset"')).length;
      demand(resets === 1, 'reset a connection', 'one line in the log', `there are ${resets}`);
      const trace = /\n\s+at /.test(server.stdout.text + server.stderr.text) || server.stderr.text !== '';
      demand(!trace, 'reset a connection', 'no stack trace and nothing on stderr', `it said ${server.stderr.text.slice(0, 300)}`);
    },
  },
  {
    id: 'log/coming-and-going-is-no-error',
    title: {
      en: 'Clients that connect and close, or reset as a port scan does, leave no warning in the log',
      'pt-BR': 'Clientes que conectam e fecham, ou fazem um reset como uma varredura de portas, não deixam aviso no log',
    },
    rule: 'fault 1',
    flags: ['--log-level', 'warn'],
    async run(subject) {
      const server = await subject.server();
      await comeAndGoSilently(subject, 10);
      await answersAnother(subject);
      const said = server.stdout.lines.length - 1 + server.stderr.lines.length;
      demand(said === 0, 'connected and closed', 'nothing but the ready line at --log-level warn', `it said ${server.stdout.text}${server.stderr.text}`);
    },
  },
  {
    id: 'log/probe-is-debug',
    title: {
      en: 'At info the log has nothing of a client that leaves at once without a byte, and has one that stays',
      'pt-BR': 'Em info, um cliente que sai logo sem enviar um byte não aparece no log, e um que fica aparece',
    },
    rule: 'command line',
    flags: ['--log-format', 'json'],
    async run(subject) {
      const server = await subject.server();
      const did = 'connected and left without a byte, again and again';
      // Not by their addresses: the kernel forgets that of a client which resets before it is accepted.
      const told = (): number => server.stdout.lines.filter((line) => line.includes('"accepted"')).length;
      let probes = 0;
      // Whoever is kept from closing it at once, by a machine that is busy, is no probe.
      while (probes < 30 && probes - told() < 5) {
        const probe = await subject.connect();
        if (probes++ % 2 === 0) probe.reset();
        else probe.destroy();
        await pause(staysMs / 4);
      }
      const silent = await subject.connect();
      await said(server, addressOf(silent), 'serving', subject.patience);
      await pause(staysMs);
      const untold = probes + 1 - told();
      demand(untold >= 4, did, 'nothing of it in the log', `it tells of all but ${untold}`);
    },
  },
  {
    id: 'log/silent',
    title: {
      en: 'With --log-level silent nothing but the ready line is written',
      'pt-BR': 'Com --log-level silent nada é escrito além da linha que anuncia o servidor',
    },
    rule: 'command line',
    flags: ['--log-level', 'silent'],
    async run(subject) {
      const server = await subject.server();
      const bad = await sendingClient(subject, Buffer.from('\xff\n', 'latin1'));
      await bad.untilClosed();
      bad.destroy();
      await answersAnother(subject);
      const said = server.stdout.lines.length - 1 + server.stderr.lines.length;
      demand(said === 0, 'sent a message that is not UTF-8', 'nothing in the log', `it said ${server.stdout.text}${server.stderr.text}`);
    },
  },
]);
