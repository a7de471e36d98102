/**
 * A small server that keeps the whole contract, and can be broken on purpose: it shows that the clauses can be kept and
 * that each can fail. It is written plainly, apart from the servers that the contract is for.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Admission } from './admit.ts';
import { Log } from './log.ts';
import { broken } from './quirks.ts';
import { DescriptorsError, readSettings, type Settings, UsageError } from './settings.ts';
import { loadWork } from './work.ts';
import { WorkerProcesses } from './workers.ts';

function giveUp(code: number, line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.argv.slice(2), process.env);
  } catch (error) {
    if (error instanceof UsageError) return giveUp(2, error.message);
    if (error instanceof DescriptorsError) return giveUp(1, error.message);
    throw error;
  }
}

const settings = settingsOrExit();
const log = new Log(settings);
const drain = new AbortController();
const workers = settings.workers > 0 && !broken('no-workers') ? new WorkerProcesses(settings, log) : undefined;
const work = workers === undefined ? await loadWork(settings.work) : undefined;
const admission = new Admission({ settings, log, work, draining: drain.signal });

const listener = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
  if (drain.signal.aborted && broken('accepts-while-draining')) return;
  if (workers === undefined) admission.admit(socket);
  else workers.give(socket);
});
listener.on('error', (error: NodeJS.ErrnoException) => {
  if (broken('throws-on-error')) throw error;
  const { host, port } = settings;
  const portuguese = settings.lang === 'pt-BR' && !broken('english-only');
  if (error.code !== 'EADDRINUSE') giveUp(1, `cannot listen on port ${port} of ${host}: ${error.code ?? ''}`);
  giveUp(1, portuguese ? `a porta ${port} em ${host} já está em uso` : `port ${port} on ${host} is already in use`);
});

let asked = 0;
async function stop(signal: string): Promise<void> {
  const now = performance.now();
  if (asked > 0) {
    if (broken('ignores-later-signal')) return;
    if (now - asked > 1_000 || broken('second-signal-kills')) process.exit(1);
    return;
  }
  asked = now;
  if (settings.drainDelay !== undefined && !broken('no-drain-delay')) {
    log.event('info', 'stop-asked', { signal });
    await new Promise((resolve) => setTimeout(resolve, broken('delays-for-ever') ? 600_000 : settings.drainDelay));
  }
  log.event('info', 'draining', { signal });
  drain.abort();
  if (!broken('accepts-while-draining')) listener.close();
  const { drainTimeout } = settings;
  if (drainTimeout !== undefined && !broken('drains-for-ever')) {
    setTimeout(() => {
      admission.destroyAll();
      process.exit(0);
    }, drainTimeout);
  }
  if (workers !== undefined) await workers.drain();
  // Nothing tells when the last connection is gone and its replies are out; asking is plain enough here.
  while (admission.size > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  if (broken('keeps-the-port')) await keepPort();
  process.exit(0);
}

async function keepPort(): Promise<void> {
  const { port } = address;
  const code = `require('net').createServer(s => s.end()).listen(${port}, '127.0.0.1', () => console.log('up'))`;
  const successor = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(successor.stdout, 'data');
}

if (!broken('dies-on-signal')) {
  process.on('SIGTERM', () => void stop('SIGTERM'));
  if (!broken('dies-with-its-terminal')) process.on('SIGHUP', () => void stop('SIGHUP'));
  process.on('SIGINT', () => void (broken('ignores-sigint') ? undefined : stop('SIGINT')));
}
if (broken('leaves-a-process')) spawn('sleep', ['60'], { stdio: 'ignore' });
if (workers !== undefined) await workers.start();
const { host, port, backlog } = settings;
listener.listen({ host, port, backlog, exclusive: !broken('joins-any-cluster') });
await once(listener, 'listening');
const address = listener.address() as AddressInfo;
if (broken('answers-before-ready')) {
  await once(listener, 'connection'); // However late the first one is, it is answered before the ready line.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}
log.ready('reference', address.address, address.port);
