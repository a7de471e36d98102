import type { Socket } from 'node:net';
import { Framing, replyTo } from './framing.ts';
import { hangUp } from './hang-up.ts';
import { IdleTimer } from './idle-timer.ts';
import type { Log } from './log.ts';
import { broken } from './quirks.ts';
import { RareFaults } from './rare-faults.ts';
import { type Client, readHeader } from './proxy-header.ts';
import { Reader } from './reader.ts';
import type { Settings } from './settings.ts';
import type { Work } from './work.ts';

export interface Service {
  readonly settings: Settings;
  readonly log: Log;
  readonly work: Work | undefined;
  readonly draining: AbortSignal;
}

let newest: Socket | undefined;
let slowest: Promise<void> = Promise.resolve();
let turn: Promise<void> = Promise.resolve();

/** Serves one connection until it is closed, plainly. */
export async function serve(socket: Socket, client: Client, { settings, log, work, draining }: Service): Promise<void> {
  const reader = new Reader(socket);
  newest = socket;
  const rare = new RareFaults();
  const framing = rare.framing(new Framing(settings));
  const idle = new IdleTimer(settings.idleTimeout, () => {
    log.event('info', 'timed-out');
    reader.stop();
    if (socket.writableNeedDrain) socket.destroy();
  });
  const closed = new Promise<void>((resolve) => socket.once('close', resolve));
  if (socket.destroyed) return;
  const stop = (): void => {
    reader.stop();
  };
  if (settings.drain === 'end' || broken('finish-ends')) {
    draining.addEventListener('abort', stop, { once: true });
    if (draining.aborted) reader.stop();
  }
  if (settings.proxyProtocol === 'on' && !(await readHeader(reader, client, log))) {
    idle.stop();
    hangUp(socket);
    await closed;
    return;
  }

  const write = async (bytes: Buffer): Promise<void> => {
    if (bytes.length === 0 || socket.destroyed) return;
    const to = broken('crossed-replies') ? (newest ?? socket) : socket;
    if (broken('drops-when-full') && socket.writableNeedDrain) return;
    if (to.write(bytes) || broken('no-backpressure') || broken('drops-when-full')) return;
    idle.renew();
    const taken = new Promise<void>((resolve) => socket.once('drain', resolve));
    const free = Promise.race([taken, closed]);
    if (broken('waits-for-slowest')) slowest = free;
    await free;
  };
  const answer = async (messages: readonly Buffer[], fault: string | undefined): Promise<boolean> => {
    if (messages.length > 0 && !broken('idle-during-work')) idle.stop();
    const ready: Buffer[] = [];
    let wrong = fault;
    if (broken('work-in-parallel')) {
      const each = messages.map(async (message) => {
        await work?.(message);
        await write(replyTo(message));
      });
      await Promise.all(each);
      return true;
    }
    for (const message of messages) {
      log.event(client.level, 'received', { message: message.toString(), peer: client.peer });
      if (broken('hates-http') && message.toString().startsWith('GET ')) socket.destroy();
      try {
        let working = work?.(message);
        if (broken('work-blocks-all')) {
          const own = working;
          working = turn = turn.then(() => own);
        }
        if (working !== undefined) {
          if (!broken('replies-with-the-last')) await write(Buffer.concat(ready.splice(0)));
          await working;
        }
      } catch (error) {
        if (broken('work-failure-ends-server')) process.exit(1);
        log.event('error', 'work-failed', { error: String(error) });
        wrong = 'the work on this message failed';
        break;
      }
      ready.push(rare.reply(replyTo(message)));
      if (broken('writes-each')) await write(ready.pop() ?? Buffer.alloc(0));
    }
    if (messages.length > 0) idle.renew();
    await write(Buffer.concat(ready));
    if (wrong === undefined) return !(broken('one-message-only') && messages.length > 0);
    log.event('warn', 'rejected', { fault: wrong });
    socket.write(`Error: ${wrong}\n`);
    return broken('answers-after-error');
  };

  let going = true;
  let ended = false;
  while (going) {
    if (broken('waits-for-slowest')) await slowest;
    const chunk = await reader.read();
    ended = reader.ended;
    if (ended && socket.bytesRead === 0 && broken('ends-at-silence')) process.exit(1);
    if (chunk === undefined) break;
    if (broken('idle-by-bytes')) idle.renew();
    if (broken('ends-at-tls') && chunk[0] === 0x16) process.exit(1);
    const { messages, fault } = framing.push(await rare.read(chunk));
    going = await answer(messages, fault);
    if (!going && broken('no-fin-after-error')) return;
    if (!going && broken('destroys-after-error')) socket.destroy();
  }
  if (going && (ended || (broken('answers-unfinished-at-drain') && draining.aborted))) {
    if (broken('destroys-at-fin')) socket.destroy();
    const { messages, fault } = framing.end();
    await answer(messages, fault);
    if (broken('never-ends')) return;
  }
  idle.stop();
  hangUp(socket);
  await closed;
  draining.removeEventListener('abort', stop);
}
