import { type Statement, statement, type Table, type Text, type Timeline } from '#record';

/** A section of the report to hand in, in every language: page and Markdown show the same. What is left out has none. */
export interface HandInSection {
  readonly id: string;
  readonly title: Text;
  /** With whose server, or why there is nothing to tell. */
  readonly intro?: readonly Statement[];
  readonly answers?: readonly Answer[];
  readonly timelines?: readonly Timeline[];
  /** Whether the server's lanes are drawn beneath those of the clients. */
  readonly serverLanes?: boolean;
  readonly tables?: readonly Table[];
  readonly sentences?: readonly Statement[];
}

/** A question of the assignment, and what this run says to it. */
export interface Answer {
  readonly question: Text;
  readonly answer: Statement;
}

export function answer(question: Text, text: Text, figures: Statement['figures'] = {}): Answer {
  return { question, answer: statement({ ...text, figures }) };
}
