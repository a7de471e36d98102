import type { Socket } from 'node:net';
import { Admission } from './admit.ts';
import { Log } from './log.ts';
import { broken } from './quirks.ts';
import { readSettings } from './settings.ts';
import { loadWork } from './work.ts';

const settings = readSettings(process.argv.slice(2), process.env);
const drain = new AbortController();
const log = new Log(settings);
const admission = new Admission({ settings, log, work: await loadWork(settings.work), draining: drain.signal });

const endWhenEmpty = (): void => {
  if (admission.size === 0) process.exit(0);
};
const begin = (): void => {
  drain.abort();
  endWhenEmpty();
};
const onSignal = (): void => {
  if (settings.drainDelay === undefined || broken('worker-drains-at-once')) begin();
  else setTimeout(begin, settings.drainDelay);
};
process.on('message', (message, socket) => {
  if (message === 'ping') process.send?.('pong');
  if (message === 'drain') begin();
  if (message !== 'socket' || socket === undefined) return;
  const accepted = socket as Socket;
  accepted.allowHalfOpen = true;
  accepted.once('close', () => {
    process.send?.('closed');
    if (drain.signal.aborted) setImmediate(endWhenEmpty);
  });
  admission.admit(accepted);
});
process.on('disconnect', () => process.exit(1));
if (!broken('worker-dies-on-signal')) for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
process.send?.('ready');
