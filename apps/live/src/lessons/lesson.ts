import type { Visit } from '../story/entry.ts';
import type { Client, Scene } from '../story/scene.ts';
import { both, filled, type Text } from '../story/text.ts';

/** A client that was sent. */
export interface Sent {
  /** Resolves when it is connected, or never will be. */
  readonly connected: Promise<void>;
  /** Resolves when its connection is closed. */
  readonly closed: Promise<unknown>;
  leave(): void;
}

/** What a lesson does it with. What waits rejects when another run begins. */
export interface Stage {
  client(server: string, visit: Visit): Promise<Sent>;
  until<Found>(find: (scene: Scene) => Found | false | undefined): Promise<Found>;
  pass(ms: number): Promise<void>;
  harm(server: string, how: 'end', worker: number): Promise<void>;
  terminate(server: string): void;
  /** Has all clients leave. */
  leave(): void;
}

/** What a lesson came to. */
export interface Outcome {
  /** The place of the answer that was right in this run; undefined where none of them was. */
  readonly right: number | undefined;
  /** What was measured. */
  readonly measured: Text;
  /** The moment that tells most, ms of the run. */
  readonly telling: number;
}

/** Lines of the comparison: those of a concern in an approach, or of a function of the runtime. */
export type CodeOf = { readonly server: string; readonly concern: string } | { readonly runtime: string };

/** Lines of a file, and which they are. */
export interface CodeLines {
  readonly place: string;
  readonly code: string;
}

/** Something that people foretell, and then see on real servers. */
export interface Lesson {
  readonly id: string;
  readonly title: Text;
  /** What will be done, and what is to be foretold. */
  readonly question: Text;
  readonly answers: readonly Text[];
  /** Those that it needs, by their names in the cast. */
  readonly servers: readonly string[];
  /** What decides it, in a sentence. */
  readonly why: Text;
  readonly code: readonly CodeOf[];
  /** Does it. @throws StageError */
  play(stage: Stage): Promise<void>;
  /** Of what happened alone. */
  judge(scene: Scene): Outcome;
}

/** How long a client waited for the reply to its first message, ms; Infinity where none came. */
export function waitOf(client: Client | undefined): number {
  const { sent = 0, got = Infinity } = client?.exchanges[0] ?? {};
  return got - sent;
}

/**
 * Whether the second of two came while the first was there, and had its reply only when that one had left; undefined where it
 * did not come meanwhile, or had none. How long it took does not tell: on a busy machine everybody waits some time.
 */
export function waited([first, second]: readonly Client[]): boolean | undefined {
  const { leaves = Infinity } = first ?? {};
  const { came = Infinity, exchanges: [{ got = Infinity } = {}] = [] } = second ?? {};
  return came < leaves && Number.isFinite(got) ? got >= leaves : undefined;
}

/** Puts times and counts into a sentence, where it has `{name}`. Times are numbers of ms, counts are texts. */
export function told(english: string, portuguese: string, values: Readonly<Record<string, number | string>>): Text {
  const written = (language: keyof Text) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? timeText(value, language) : value]));
  return both(filled(english, written('en')), filled(portuguese, written('pt-BR')));
}

/** `0.4 ms`, `303 ms`, `1.20 s`; no line ends within it. */
export function timeText(ms: number, language: keyof Text): string {
  if (!Number.isFinite(ms)) return '–';
  const [value, unit, digits] = ms >= 999.5 ? ([ms / 1_000, 's', 2] as const) : ([ms, 'ms', ms < 10 ? 1 : 0] as const);
  return `${formats[language][digits].format(value)}\u00A0${unit}`;
}

/** By how many digits stand behind the decimal separator. Made once: `toLocaleString()` with options takes over ten times as long as to use one that is there. */
const formats = { en: formatsOf('en'), 'pt-BR': formatsOf('pt-BR') };

function formatsOf(language: keyof Text) {
  const fixed = (digits: number) => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return [fixed(0), fixed(1), fixed(2)] as const;
}
