import { type Client, lastReply } from './scene.ts';

/** As a client sees itself, in the words of the report. */
export type Phase = 'connecting' | 'idle' | 'waiting' | 'served' | 'closing';

/** A piece of a client's lane, ms of the run. */
export interface Span {
  readonly phase: Phase;
  readonly from: number;
  /** Undefined while it lasts. */
  readonly to: number | undefined;
}

/** A client's lane by what it knows itself, in order, as the report draws it: a reply that is due is waited for, also after it has left. */
export function spansOf({ came, connected, leaves, closed, exchanges, parts }: Client): readonly Span[] {
  const spans: Span[] = [];
  const add = (phase: Phase, from: number, ...ends: readonly (number | undefined)[]): void => {
    const end = Math.min(...ends.map((to = Infinity) => to));
    if (end > from) spans.push({ phase, from, to: end === Infinity ? undefined : end });
  };
  add('connecting', came, connected, closed);
  if (connected !== undefined) add('idle', connected, exchanges[0]?.sent, leaves, closed);
  /** Until when it has waited for what it sent. */
  let waited: number | undefined = connected;
  for (const [index, { sent, got }] of exchanges.entries()) {
    // Of what came in parts, one reply may answer several.
    const answered = got ?? (parts.length > 0 && lastReply(exchanges) >= sent ? lastReply(exchanges) : undefined);
    add('waiting', Math.max(sent, waited ?? sent), answered, closed);
    waited = answered;
    if (answered !== undefined) add('served', answered, exchanges[index + 1]?.sent, leaves, closed);
  }
  if (leaves !== undefined && waited !== undefined) add('closing', Math.max(leaves, waited), closed);
  return spans;
}

/**
 * At most about so many pieces, for a lane of hundreds of messages: the shortest, of whatever phase, are drawn as what is before
 * and behind them.
 *
 * @param least what is shorter is not seen, ms: it goes first
 */
export function coarser(spans: readonly Span[], most: number, least: number): readonly Span[] {
  let all = spans;
  for (let short = least; all.length > most && short < 60_000; short *= 2) all = without(all, short);
  return all;
}

function without(spans: readonly Span[], least: number): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const [before, short] = [all.at(-2), all.at(-1)];
    const same = before !== undefined && short !== undefined && before.phase === span.phase && before.to === short.from && short.to === span.from;
    if (same && span.from - short.from < least) all.splice(-2, 2, { ...span, from: before.from });
    else all.push(span);
  }
  return all;
}
