import type { Clause } from './clause.ts';
import { type Command, takesFlags } from './command.ts';
import type { Promises } from './promises.ts';
import type { Words } from './words.ts';

/** What the server is, seen from here: an address, or a command that starts it. */
export type Target = { readonly host: string; readonly port: number } | { readonly command: Command };

/** A reason with a code, so that it can be said in another language; `detail` comes from the clause. */
export interface Reason {
  readonly code:
    | 'needs-start'
    | 'needs-signal'
    | 'needs-kill'
    | 'needs-flags'
    | 'long'
    | 'root'
    | 'found'
    | 'gone'
    | 'not-started'
    | 'mute';
  readonly detail?: Words;
}

/** Whether a server of these promises is held to the clause at all. */
export function isPromised(clause: Clause, { framing, serves, workers }: Pick<Promises, 'framing' | 'serves' | 'workers'>): boolean {
  const sameKind = (clause.serves ?? serves) === serves && (clause.workers ?? [workers]).includes(workers);
  return sameKind && (clause.framing ?? framing) === framing;
}

/** Topics of who is served when, and of who waits: a model decides them, and the rest is the runtime's. */
const ofTheModel = /^(echo|waiting|overlap|full|idle|descriptors|scan|drain)\//;

/** Whether it depends on the model; the rest is the runtime's, which is one for all. */
function isOfTheModel({ id, serves, workers }: Clause): boolean {
  return serves !== undefined || workers !== undefined || ofTheModel.test(id);
}

const sameInLine: Words = {
  en: 'the server is held to it in framing line already',
  'pt-BR': 'o servidor já passa por ela com --framing line',
};
const eachAlike: Words = {
  en: 'a worker does by itself what a server without workers does',
  'pt-BR': 'cada worker faz sozinho o que um servidor sem workers faz',
};
const supervisedAlike: Words = {
  en: 'whoever supervises workers sees to it, as in server-cluster',
  'pt-BR': 'quem supervisiona os workers cuida disso, como no server-cluster',
};
const seenToByTheRuntime: Words = {
  en: 'the runtime sees to it, as in server-async',
  'pt-BR': 'o runtime cuida disso, como no server-async',
};

/** Topics of how the runtime starts and logs, and of what it makes of bytes, however many; whatever the model. */
const ofTheRuntime = /^(?:start|stdout|log|keep-alive|proxy|connections|count|length|reads|limit)\//;

/**
 * Topics of what each worker does by itself. Of three one clause stays: that it has the framing that was asked for, that the
 * model lets the runtime close who is idle, and that a FIN right after a message loses no reply.
 */
const ofEach = new RegExp(
  [
    '^(?:work|utf8|bytes|order|line|error|foreign|backpressure)/',
    '^chunk/(?!needs-no-newline$)',
    '^idle/(?!silent-is-closed$)',
    '^half-close/(?!answers-then-fin$)',
    '/(?:slow-reader|with-replies-unread)$',
  ].join('|'),
);

/** What those who drain do the same, whatever they serve with: how it is asked for, and how long it takes. */
const ofDrains = /^drain\/(?!answers-what-was-read$|fin-to-all$|timeout-destroys$|under-load$|leaves-nothing$|while-starting$)/;

/** What of a drain a worker does at its parent's word, as a server without workers does at a signal. */
const ofEachDrain = /^drain\/(?:unfinished-line-unanswered|delay-is-over|finish-.+|sigint)$/;

/** What of a drain whoever supervises workers sees to. */
const ofSupervisedDrain = /^drain\/(?:delay-accepts|delay-in-.+|signal-again-.+|later-signal-.+|group|terminal-closes|workers-.+)$/;

/** What a message is, that those who never were clients harm nobody, what becomes of unread replies, and of a process that is killed. */
const ofBytes = /^(?:chunk\/(?!needs-no-newline$)|(?:utf8|bytes|line|foreign|main)\/)|\/(?:slow-reader|with-replies-unread)$/;

/** What the runtime knows of who is idle, where a model lets it close them. */
const ofIdle = /^idle\/(?!silent-is-closed$)/;

/** It is held to what the runtime decides, and in both framings. */
const heldToAll = 'server-async';

/** It has all clients in one event loop, as that one has. */
const alike = 'server-reactive';

/** Why a clause need not be tried on this server of ours, too, since others of ours are held to it. Long tests try each on all. */
export function triedElsewhere(clause: Clause, { framing, serves, workers }: Promises, server: string): Reason | undefined {
  if (framing === 'chunk' && clause.framing === undefined) {
    const triedThere = server !== heldToAll && isPromised(clause, { framing, serves: 'overlapping', workers: 'none' });
    if (clause.quiet === true || triedThere) return { code: 'long', detail: sameInLine };
  }
  if (workers !== 'none' && ofEach.test(clause.id)) return { code: 'long', detail: eachAlike };
  if (workers !== 'none' && ofEachDrain.test(clause.id)) return { code: 'long', detail: seenToByTheRuntime };
  if (workers === 'threads' && ofSupervisedDrain.test(clause.id)) return { code: 'long', detail: supervisedAlike };
  if (workers === 'none' && server !== heldToAll && clause.serves === undefined && (ofDrains.test(clause.id) || ofIdle.test(clause.id))) {
    return { code: 'long', detail: seenToByTheRuntime };
  }
  if (server === alike && ofBytes.test(clause.id)) return { code: 'long', detail: seenToByTheRuntime };
  if ((workers !== 'none' || server === alike) && ofTheRuntime.test(clause.id)) return { code: 'long', detail: seenToByTheRuntime };
  if (serves === 'serial' && !isOfTheModel(clause)) return { code: 'long', detail: seenToByTheRuntime };
  return undefined;
}

const amountsOfSources: Words = {
  en: 'it tells of amounts, and the sources are held to it',
  'pt-BR': 'ela trata de quantidades, e o código-fonte já passa por ela',
};

/** Why what is built of a server need not be held to a clause, which its sources are held to. */
export function asItsSources({ quiet }: Clause): Reason | undefined {
  return quiet === true ? { code: 'long', detail: amountsOfSources } : undefined;
}

/** Why a clause that was promised cannot be tried, as far as can be said beforehand. */
export function whyNotTried(clause: Clause, target: Target, long: boolean): Reason | undefined {
  const [need] = clause.needs ?? [];
  if (!('command' in target)) {
    if (need !== undefined) return { code: `needs-${need}` };
    if (clause.flags !== undefined) return { code: 'needs-flags' };
  } else if (clause.flags !== undefined && !takesFlags(target.command)) return { code: 'needs-flags' };
  if (clause.root !== undefined && (!long || process.getuid?.() !== 0)) return { code: 'root', detail: clause.root };
  if (clause.long !== undefined && !long) return { code: 'long', detail: clause.long };
  return undefined;
}

const inEnglish: Readonly<Record<Reason['code'], (detail: string) => string>> = {
  'needs-start': () => 'it must start the server',
  'needs-signal': () => 'it must send the server a signal',
  'needs-kill': () => 'it must kill a process of the server',
  'needs-flags': () => 'it must start the server with flags',
  long: (detail) => `long: ${detail}`,
  root: (detail) => `needs root: ${detail}`,
  found: (detail) => detail,
  gone: (detail) => `the server accepts nobody any more: ${detail}`,
  'not-started': (detail) => `the server could not be started again: ${detail}`,
  mute: () => 'the server accepts, and answers nothing',
};

/** The reason in English. */
export function describeReason({ code, detail }: Reason): string {
  return inEnglish[code](detail?.en ?? '');
}
