import { type Statement, writeStatement } from '#record';
import { asciiTimeline } from '../markdown/ascii-timeline.ts';
import { codeSpan, escapeMarkdown } from '../markdown/escape-markdown.ts';
import { warnings } from '../markdown/markdown-report.ts';
import { markdownTable } from '../markdown/markdown-table.ts';
import type { View } from '../view.ts';
import { factsOf } from './facts.ts';
import { handIn } from './hand-in.ts';
import type { HandInSection } from './section.ts';

/** The blocks of what is handed in, to be gone on with in any editor. */
export function handInMarkdown(view: View): readonly string[] {
  return [
    `# ${view.texts.markdown.title}`,
    factsOf(view)
      .map(({ name, value, code }) => `- **${escapeMarkdown(name)}:** ${code === true ? codeSpan(value) : escapeMarkdown(value)}`)
      .join('\n'),
    // What this size leaves out is told by the whole report.
    ...warnings({ ...view, record: { ...view.record, leftOut: [] } }),
    ...handIn(view.record).flatMap((one) => section(view, one)),
    escapeMarkdown(view.texts.handIn.figures),
  ];
}

function section(view: View, { title, intro = [], answers = [], timelines = [], tables = [], sentences = [] }: HandInSection): string[] {
  const write = (statement: Statement): string => escapeMarkdown(writeStatement(statement, view.language));
  const items = [
    ...answers.map(({ question, answer }) => `- **${escapeMarkdown(view.say(question))}** ${write(answer)}`),
    ...sentences.map((one) => `- ${write(one)}`),
  ];
  return [
    `## ${escapeMarkdown(view.say(title))}`,
    ...(intro.length > 0 ? [intro.map(write).join(' ')] : []),
    ...(items.length > 0 ? [items.join('\n')] : []),
    ...timelines.flatMap((timeline) => [escapeMarkdown(view.say(timeline.title)), asciiTimeline(view, timeline)]),
    ...tables.map((one) => markdownTable(view, one)),
  ];
}
