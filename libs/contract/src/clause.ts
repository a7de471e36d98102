import type { Level } from './level.ts';
import type { Framing, Serves, Workers } from './promises.ts';
import type { Subject } from './subject.ts';
import type { Words } from './words.ts';

/** What a clause does to the process behind the port; such a clause has a server to itself. */
export type Need = 'start' | 'signal' | 'kill';

/** One requirement, and the way to try it from outside. */
interface Requirement<Id extends string> {
  /** `topic/requirement`, stable: deviations, reports and `--only` name it. */
  readonly id: Id;
  /** The requirement, as a sentence. */
  readonly title: Words;
  /** Where it is laid down: `protocol: framing`, `fault 7`, `command line`. */
  readonly rule: string;
  /** The framing in which it means something; absent: either. */
  readonly framing?: Framing;
  /** The kinds of server that promise it; absent: every kind. */
  readonly serves?: Serves;
  readonly workers?: readonly Workers[];
  /** Flags of Echo Lab's command line with which the server must have been started, `[]` for the command line itself. */
  readonly flags?: readonly string[];
  /** It sends so much that a log of it would cost more than all the rest: a server that takes our flags is told not to. */
  readonly quiet?: boolean;
  /** Absent or empty: a port is enough. */
  readonly needs?: readonly Need[];
  /** Why it is left out unless long clauses are asked for. */
  readonly long?: Words;
  /** Why it needs root. It counts as long, too: nobody runs tests as root without meaning to. */
  readonly root?: Words;
  /** @throws ClauseFailure, NotTried */
  run(subject: Subject): Promise<void>;
}

/** A student is told the usual cause, never the code that mends it. */
interface ForStudents {
  readonly level: Exclude<Level, 'echo-lab'>;
  readonly hint: Words;
}

interface ForEchoLab {
  readonly level: 'echo-lab';
  readonly hint?: Words;
}

export type Clause<Id extends string = string> = Requirement<Id> & (ForStudents | ForEchoLab);

/** What is left to say of the level where this is said for all. */
type LevelBeside<Common, Said = ForStudents | ForEchoLab> = Said extends unknown
  ? Common extends Partial<Requirement<string> & Said>
    ? Omit<Said, keyof Common>
    : never
  : never;

/** A clause without what it has in common with those beside it; but for the level, it may have that otherwise. */
type Own<Id extends string, Common> = { readonly id: Id } & Omit<Requirement<Id>, 'id' | keyof Common> &
  Partial<Requirement<string>> &
  LevelBeside<Common>;

/**
 * Clauses, and what is true of all of them but where one says otherwise. Keeps the literal types of their ids, so that whoever
 * names a clause can be checked.
 */
export function clausesOf<const Id extends string, Common extends Partial<Clause>>(
  common: Common,
  clauses: readonly Own<Id, Common>[],
): readonly Clause<Id>[];
export function clausesOf(common: Partial<Clause>, clauses: readonly object[]): readonly object[] {
  return clauses.map((clause) => ({ ...common, ...clause }));
}
