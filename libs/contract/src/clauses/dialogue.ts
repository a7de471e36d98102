import { beginOfCharacter } from '../begin-of-character.ts';
import { ClauseFailure } from '../clause-failure.ts';
import { NotTried } from '../not-tried.ts';
import type { Peer } from '../peer.ts';
import { phrases, shown } from '../phrases.ts';
import { showBytes } from '../show-bytes.ts';
import type { Subject } from '../subject.ts';
import { joined, type Part, type Words, wordsOf } from '../words.ts';

const prefix = Buffer.from('Echo: ');
/** How long a dialogue may go on, ms, where nothing else is said. */
const usual = 25_000;
const nothing: Buffer = Buffer.alloc(0);
const nothingMore = [
  { en: 'nothing more', 'pt-BR': 'mais nada' },
  { en: 'got "Echo: " with nothing after it', 'pt-BR': 'recebeu "Echo: " sem nada depois' },
] as const;

export interface DialogueOptions {
  /** What is sent at once is so short that one read takes it: it must be answered in one piece. */
  readonly whole?: boolean;
  /** A character that two reads bring must be answered in one piece. */
  readonly characters?: boolean;
  /** How long it may go on, ms: of a server that is slower, no more is tried. */
  readonly longest?: number;
}

/**
 * What one client sends, and what comes back, compared byte for byte as it comes, however much there is of it.
 *
 * In framing chunk the far side may cut what was sent wherever its reads end: each reply is `Echo: ` and the next bytes.
 * So that replies can be told apart, what is sent must hold no `E`.
 */
export class Dialogue {
  readonly #peer: Peer;
  readonly #patience: number;
  readonly #lines: boolean;
  readonly #whole: boolean;
  readonly #characters: boolean;
  readonly #longest: number;
  readonly #began = performance.now();
  #sent: { bytes: Buffer; what: Part } = { bytes: nothing, what: '' };
  /** What was sent and need not be answered yet: an unfinished line or character. */
  #held: Buffer = nothing;
  /** What is to come, from the first byte that has not come: whole replies, or in framing chunk what they carry. */
  #due: Buffer = nothing;
  /** How many bytes of replies came and were right. */
  #heard = 0;
  #prefixHeard = 0;
  #pieceHeard = 0;
  #failure: ClauseFailure | undefined;

  private constructor(peer: Peer, { promises, patience }: Subject, { whole = false, characters = false, longest = usual }: DialogueOptions) {
    this.#peer = peer;
    this.#patience = patience;
    this.#lines = promises.framing === 'line';
    this.#whole = whole;
    this.#characters = characters;
    this.#longest = longest;
    peer.read((chunk) => {
      this.#hear(chunk);
    });
  }

  static async begin(subject: Subject, options: DialogueOptions = {}): Promise<Dialogue> {
    return new Dialogue(await subject.connect(), subject, options);
  }

  /** Sends a message of this text, ended as the framing ends messages. `what` says in a failure which one it is. */
  say(text: Buffer, what: Part): void {
    this.send(this.#lines ? Buffer.concat([text, Buffer.from('\n')]) : text, what);
  }

  /** Sends bytes as they are, and doesn't wait. */
  send(bytes: Buffer, what: Part): void {
    this.#sent = { bytes, what };
    const all = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    const complete = this.#lines ? all.lastIndexOf(0x0a) + 1 : this.#whole ? all.length : wholeCharacters(all);
    this.#held = all.subarray(complete);
    const due = this.#lines ? repliesToLines(all.subarray(0, complete)) : this.#whole ? Buffer.concat([prefix, bytes]) : bytes;
    this.#due = this.#due.length === 0 ? due : Buffer.concat([this.#due, due]);
    void this.#peer.send(bytes);
  }

  /**
   * Awaits all that must come for what was sent until now.
   *
   * @throws ClauseFailure; NotTried where all was right for so long that the clause cannot come to its end
   */
  async settle(): Promise<void> {
    // In framing chunk an unfinished character may be answered, and need not be.
    const mayWait = this.#lines ? 0 : this.#held.length;
    const expected = (): Words => ({
      en: `${showBytes(this.#due)} from byte ${this.#heard} of the replies on`,
      'pt-BR': `${showBytes(this.#due)} a partir do byte ${this.#heard} das respostas`,
    });
    await this.#until(() => this.#due.length <= mayWait, expected);
    if (performance.now() - this.#began < this.#longest) return;
    const [what, time] = [wordsOf(this.#sent.what), this.#longest / 1_000];
    throw new NotTried({
      en: `it is slow: in ${time} s it came as far as ${what.en}, which was answered right`,
      'pt-BR': `é lento: em ${time} s chegou até ${what['pt-BR']}, com a resposta certa`,
    });
  }

  /** Sends FIN, and awaits what is to come, then FIN, and nothing besides. */
  async finish(): Promise<void> {
    this.#peer.end();
    await this.settle();
    await this.#until(() => this.#peer.ending === 'fin', () => 'FIN');
    if (this.#prefixHeard > 0 && this.#pieceHeard === 0) this.#fail(...nothingMore);
    if (this.#failure !== undefined) throw this.#failure;
    this.#peer.destroy();
  }

  async #until(condition: () => boolean, expected: () => Part): Promise<void> {
    try {
      await this.#peer.until(() => this.#failure !== undefined || condition(), '');
    } catch {
      const came = { open: phrases.nothingCame(this.#patience), fin: phrases.finCame, reset: phrases.resetCame };
      this.#fail(expected(), came[this.#peer.ending]);
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  #hear(chunk: Buffer): void {
    if (this.#failure !== undefined) return;
    if (this.#lines || this.#whole) this.#take(chunk);
    else this.#hearPieces(chunk);
  }

  /** Replies that may be cut anywhere but in a character, each with its prefix, in reads of ours that are cut anywhere. */
  #hearPieces(chunk: Buffer): void {
    for (let at = 0; at < chunk.length && this.#failure === undefined; ) {
      if (this.#prefixHeard < prefix.length) {
        const came = chunk.subarray(at, at + prefix.length - this.#prefixHeard);
        if (!came.equals(prefix.subarray(this.#prefixHeard, this.#prefixHeard + came.length))) {
          const expected = {
            en: `a reply that begins with "Echo: " at byte ${this.#heard}`,
            'pt-BR': `uma resposta que comece com "Echo: " no byte ${this.#heard}`,
          };
          this.#fail(expected, phrases.got(excerpt(chunk, at)));
          return;
        }
        this.#prefixHeard += came.length;
        this.#heard += came.length;
        at += came.length;
        this.#pieceHeard = 0;
        continue;
      }
      const next = chunk.indexOf(prefix[0] ?? 0, at);
      const piece = chunk.subarray(at, next === -1 ? chunk.length : next);
      const begins = this.#pieceHeard === 0;
      if (begins && this.#characters && (piece.length === 0 || isContinuation(piece[0] ?? 0))) {
        this.#fail(`a reply to whole characters at byte ${this.#heard}`, phrases.got(excerpt(chunk, at)));
        return;
      }
      this.#take(piece);
      this.#pieceHeard += piece.length;
      at += piece.length;
      if (next !== -1) this.#prefixHeard = 0;
    }
  }

  /** Compares bytes with what is to come next. */
  #take(came: Buffer): void {
    const due = this.#due.subarray(0, came.length);
    if (due.equals(came)) {
      this.#due = this.#due.subarray(came.length);
      this.#heard += came.length;
      return;
    }
    let same = 0;
    while (same < due.length && came[same] === due[same]) same++;
    same = beginOfCharacter(due, beginOfCharacter(came, same));
    const before = came.subarray(beginOfCharacter(came, Math.max(0, same - 20)), same);
    const after = before.length === 0 ? '' : joined({ en: ' after ', 'pt-BR': ' depois de ' }, showBytes(before));
    const at = this.#heard + same;
    const place = { en: ` at byte ${at} of the replies`, 'pt-BR': ` no byte ${at} das respostas` };
    this.#fail(joined(shown(excerpt(this.#due, same)), place), joined(phrases.got(excerpt(came, same)), after));
  }

  #fail(expected: Part, came: Part): void {
    const { bytes, what } = this.#sent;
    const did = phrases.sent(joined(what, `, ${bytes.length} bytes: ${showBytes(bytes)}`));
    this.#failure ??= new ClauseFailure(did, expected, came);
  }
}

/** A few bytes from there on, for a failure. */
function excerpt(bytes: Buffer, from: number): Buffer {
  return bytes.subarray(from, beginOfCharacter(bytes, Math.min(from + 40, bytes.length)));
}

function repliesToLines(lines: Buffer): Buffer {
  if (lines.length === 0) return lines;
  return Buffer.from(`Echo: ${lines.toString('latin1', 0, lines.length - 1).replaceAll('\n', '\nEcho: ')}\n`, 'latin1');
}

/** How many bytes there are without those at the end that begin a character and do not end it. */
function wholeCharacters(bytes: Buffer): number {
  const begin = beginOfCharacter(bytes, bytes.length - 1);
  const first = bytes[begin] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return begin + length > bytes.length ? begin : bytes.length;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
