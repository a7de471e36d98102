import { pinWords, type Statement, writeStatement } from '#record';
import { benchCharts } from '../bench/bench-charts.ts';
import { benchTable } from '../bench/bench-table.ts';
import { limitedNote } from '../bench/limited-note.ts';
import { chartTable } from '../charts/chart-table.ts';
import type { View } from '../view.ts';
import { writeDate } from '../write-date.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { markdownTable } from './markdown-table.ts';

/** What each server costs beside the others; nothing where that was not measured. */
export function markdownBench(view: View): string[] {
  const { bench, texts, say, language } = view;
  if (bench === undefined) return [];
  const write = (statement: Statement): string => escapeMarkdown(writeStatement(statement, language));
  const { bench: words } = texts;
  return [
    `## ${words.title}`,
    words.intro(bench.baseline),
    `${writeDate(bench.startedAt, language)}; ${words.rounds}: ${bench.rounds}; ${say(pinWords[bench.pin])}; ` +
      `${escapeMarkdown(bench.environment.cpu)}. ${texts.experiment.repeat}: ${codeSpan(bench.command)}`,
    ...(bench.interrupted || bench.failure !== undefined
      ? [[`**${texts.notice.interrupted}**`, ...(bench.failure === undefined ? [] : [write(bench.failure)])].join(' ')]
      : []),
    ...(bench.skipped.length > 0
      ? [bench.skipped.map(({ server, reason }) => `- ${words.skipped} ${server}: ${write(reason)}`).join('\n')]
      : []),
    ...bench.scenarios
      .filter(({ results }) => results.length > 0)
      .flatMap((scenario) => [
        `### ${escapeMarkdown(say(scenario.title))}`,
        write(scenario.description),
        ...limitedNote(view, scenario).map(escapeMarkdown),
        ...benchCharts(bench, scenario).map((chart) => markdownTable(view, chartTable(chart))),
        markdownTable(view, benchTable(bench, scenario)),
        [`${texts.experiment.repeat}:`, '', ...scenario.results.map(({ command }) => `- ${codeSpan(command)}`)].join('\n'),
      ]),
  ];
}
