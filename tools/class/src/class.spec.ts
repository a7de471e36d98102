import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { workspaceRoot } from '#approaches';
import { type Clause, clauses, type Framing, type Level } from '#contract';
import { long, whyLong } from '#long-test';
import { marksOf } from './marks-of.ts';
import { type Submission, submissionsIn } from './submission.ts';

type Expected = Readonly<Record<string, Readonly<Partial<Record<Framing, readonly string[]>>>>>;

/** One that breaks what it should, at two levels: that marking works at all. */
const always = ['course-report.py'];
const students: readonly Level[] = ['basic', 'concurrent', 'robust'];
const mistakes = submissionsIn('mistakes');
const table = join(workspaceRoot, 'examples/class/mistakes/expected.json');
const expected = JSON.parse(readFileSync(table, 'utf8')) as Expected;
const entries = Object.entries(expected).flatMap(([file, marks]) =>
  Object.entries(marks).map(([framing, ids]) => ({ file, framing, ids })),
);
const known: readonly Clause[] = clauses;
const builds = mkdtempSync(join(tmpdir(), 'class-'));

afterAll(() => {
  rmSync(builds, { recursive: true });
});

/** A test that starts a submission; skipped where it takes long or its language is not here, with that reason in its name. */
function testOf({ file, missing }: Submission, isLong: boolean, says: string, run: () => Promise<void>): void {
  const name = `${file} ${says}`;
  if (missing !== undefined) test.skip(`${name} (there is no ${missing})`, run);
  else if (isLong && !long) test.skip(`${name}${whyLong('what is not answered is waited for')}`, run);
  else test(name, run);
}

/** What can be tried in a moment: nobody waits for an answer that a mistake of that level keeps back. */
function quickLevels(marks: readonly string[]): readonly Level[] {
  const concurrent = known.filter(({ id, level }) => level === 'concurrent' && marks.includes(id));
  return concurrent.length === 0 ? ['basic', 'concurrent'] : ['basic'];
}

describe('expected.json', () => {
  test('has each mistake, and no other', () => {
    expect(Object.keys(expected)).toEqual(mistakes.map(({ file }) => file));
  });

  test.each(entries)('has clauses of the assignment, each once, for $file in framing $framing', ({ framing, ids }) => {
    const held = known.filter((clause) => students.includes(clause.level) && (clause.framing ?? framing) === framing);
    expect(ids.filter((id) => !held.some((clause) => clause.id === id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a mistake', () => {
  for (const submission of mistakes) {
    for (const framing of ['chunk', 'line'] as const) {
      const marks = expected[submission.file]?.[framing];
      if (marks === undefined) continue;
      const costs = async (levels: readonly Level[]): Promise<void> => {
        const { broken, unreached } = await marksOf(submission.command(builds), framing, levels);
        const due = known.filter(({ id, level }) => marks.includes(id) && levels.includes(level) && !unreached.includes(id));
        expect(broken.toSorted()).toEqual(due.map(({ id }) => id).toSorted());
      };
      const quick = quickLevels(marks);
      if (submission.file.endsWith('.py')) {
        testOf(submission, !always.includes(submission.file), `costs what is expected at level ${quick.join(' and ')}`, () => costs(quick));
      }
      testOf(submission, true, `costs what is expected, and nothing else, in framing ${framing}`, () => costs(students));
    }
  }
});

describe('a start', () => {
  for (const submission of submissionsIn('start')) {
    testOf(submission, true, 'answers nothing by itself', async () => {
      const { broken } = await marksOf(submission.command(builds), 'chunk', ['basic']);
      expect(broken).toContain('echo/answers');
    });
  }
});

describe('a correct server', () => {
  for (const submission of submissionsIn('correct')) {
    testOf(submission, true, 'passes every level of the assignment', async () => {
      expect(await marksOf(submission.command(builds), 'chunk', students)).toEqual({ broken: [], unreached: [] });
    });
  }
});
