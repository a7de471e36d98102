import { type ExperimentRecord, type Findings, type Statement, type Trace, writeStatement } from '#record';
import { chartTable } from '../charts/chart-table.ts';
import type { View } from '../view.ts';
import { asciiTimeline } from './ascii-timeline.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { markdownTable } from './markdown-table.ts';

/** One experiment: question, method, what was observed, and the answer. */
export function markdownExperiment(
  view: View,
  { title, question, method, outcome }: ExperimentRecord,
  level: number,
): string[] {
  const { texts, say } = view;
  const names = texts.experiment;
  const write = (statement: Statement): string => escapeMarkdown(writeStatement(statement, view.language));
  return [
    `${'#'.repeat(level)} ${escapeMarkdown(say(title))}`,
    `**${names.question}.** ${escapeMarkdown(say(question))}`,
    `**${names.method}.** ${write(method)}`,
    ...(outcome.status === 'done'
      ? [...observations(view, outcome.findings, write), `**${names.answer}.** ${write(outcome.findings.answer)}`]
      : [`**${names[outcome.status]}.** ${write(outcome.reason)}`]),
  ];
}

function observations(
  view: View,
  { links, timelines, charts, tables, notes, traces }: Findings,
  write: (statement: Statement) => string,
): string[] {
  const { texts, say } = view;
  const seen = [
    ...timelines.flatMap((timeline) => [escapeMarkdown(say(timeline.title)), asciiTimeline(view, timeline)]),
    ...charts.map((chart) => markdownTable(view, chartTable(chart))),
    ...tables.map((table) => markdownTable(view, table)),
    ...links.map(({ text, href }) => `[${escapeMarkdown(say(text))}](${href})`),
    ...(notes.length > 0 ? [notes.map((note) => `- ${write(note)}`).join('\n')] : []),
    ...(traces.length > 0 ? [`${texts.experiment.repeat}: ${commandsOf(traces).map(codeSpan).join(', ')}`] : []),
  ];
  return seen.length === 0 ? [] : [`**${texts.markdown.observations}.**`, ...seen];
}

function commandsOf(traces: readonly Trace[]): readonly string[] {
  return [...new Set(traces.map(({ command }) => command))];
}
