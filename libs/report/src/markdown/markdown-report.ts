import { quantity, type Statement, verdictWords, wasLoaded, writeQuantity, writeStatement } from '#record';
import { reportOrder } from '../report-order.ts';
import { bridge, bridgeTitle } from '../texts/bridge.ts';
import type { View } from '../view.ts';
import { writeDate } from '../write-date.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { markdownBench } from './markdown-bench.ts';
import { markdownExperiment } from './markdown-experiment.ts';
import { markdownRows, markdownTable } from './markdown-table.ts';

/** The parts that the course report asks for. */
const parts = [1, 2, 3, 4];

/** The blocks of a course report, in order. A new part of it is one more line here. */
export function markdownReport(view: View): string[] {
  return [
    ...header(view),
    ...warnings(view),
    ...experiments(view),
    ...markdownBench(view),
    ...claims(view),
    ...conclusions(view),
    ...(view.record.experiments.length > 0 ? [`## ${view.say(bridgeTitle)}`, markdownTable(view, bridge)] : []),
    ...environment(view),
  ];
}

function header({ record, texts, language }: View): string[] {
  const names = texts.environment;
  const lines = [
    [names.course, record.course && escapeMarkdown(record.course)],
    [names.author, record.author && escapeMarkdown(record.author)],
    [names.date, writeDate(record.startedAt, language)],
    [names.size, texts.size[record.size]],
    [names.command, codeSpan(record.command)],
  ];
  return [
    `# ${texts.markdown.title}`,
    lines
      .flatMap(([name = '', value]) => (value === undefined || value === '' ? [] : [`- **${name}:** ${value}`]))
      .join('\n'),
  ];
}

/** What a reader must know before believing a figure. */
export function warnings({ record, texts, language }: View): string[] {
  const lines = [
    ...(wasLoaded(record.environment) ? [`**${texts.notice.loaded} ${busyText({ record, texts, language })}.**`] : []),
    ...(record.interrupted ? [`**${texts.notice.interrupted}**`] : []),
    ...(record.fallen ?? []).map(({ reason }) => `${texts.notice.takenOut} ${escapeMarkdown(writeStatement(reason, language))}.`),
    ...(record.leftOut.length > 0 ? [`${texts.notice.leftOut} (${texts.size[record.size]}):`] : []),
  ];
  const left = record.leftOut.map((each) => `> - ${escapeMarkdown(writeStatement(each, language))}`);
  return lines.length === 0
    ? []
    : [
        [
          ...lines
            .map((line) => `> ${line}`)
            .join('\n>\n')
            .split('\n'),
          ...(left.length > 0 ? ['>', ...left] : []),
        ].join('\n'),
      ];
}

function experiments(view: View): string[] {
  const { record, texts } = view;
  const { parts: found, further } = reportOrder(record.experiments);
  return [
    ...(record.experiments.length === 0 && view.bench !== undefined ? [] : parts).flatMap((part) => {
      const experiment = found.find(({ id }) => id === `part-${part}`);
      return experiment === undefined
        ? [`## ${texts.markdown.part(part)}`, texts.markdown.nothing]
        : markdownExperiment(view, experiment, 2);
    }),
    ...(further.length > 0 ? [`## ${texts.experiment.further}`] : []),
    ...further.flatMap((experiment) => markdownExperiment(view, experiment, 3)),
  ];
}

function claims({ record, texts, language, say }: View): string[] {
  const names = texts.claims;
  const rows = record.claims.map(({ id, claim, verdict, because, experiment }) => [
    codeSpan(id),
    escapeMarkdown(say(claim)),
    say(verdictWords[verdict]),
    escapeMarkdown(writeStatement(because, language)),
    codeSpan(experiment),
  ]);
  return rows.length === 0
    ? []
    : [
        `## ${names.title}`,
        markdownRows([names.id, names.claim, names.verdict, names.because, names.experiment], rows),
      ];
}

function conclusions(view: View): string[] {
  const { sentences, which } = view.record.conclusions;
  const write = (sentence: Statement): string => `- ${escapeMarkdown(writeStatement(sentence, view.language))}`;
  const blocks = [
    ...(sentences.length > 0 ? [sentences.map(write).join('\n')] : []),
    ...(which.rows.length > 0 ? [markdownTable(view, which)] : []),
  ];
  return blocks.length === 0 ? [] : [`## ${view.texts.markdown.conclusions}`, ...blocks];
}

function environment({ record, texts, language }: View): string[] {
  const { environment: found } = record;
  const names = texts.environment;
  const commit =
    found.commit === undefined
      ? names.noCommit
      : codeSpan(found.commit.hash) + (found.commit.dirty ? ` (${names.dirty})` : '');
  const facts = [
    [names.servers, record.servers.map(codeSpan).join(', ')],
    [names.commit, commit],
    [names.node, found.node],
    [names.kernel, `${found.kernel} (${found.architecture})`],
    [names.cpu, found.cpu],
    [names.cores, writeQuantity(quantity(found.cores, 'count'), language)],
    [names.memory, writeQuantity(quantity(found.memoryBytes, 'bytes'), language)],
    [names.python, found.python ?? names.noPython],
    [names.busy, busyText({ record, texts, language })],
    [names.took, writeQuantity(quantity(record.took, 'ms'), language)],
  ];
  return [
    `## ${names.title}`,
    names.intro,
    facts.map(([name = '', value = '']) => `- **${name}:** ${value}`).join('\n'),
  ];
}

function busyText({ record, texts, language }: Pick<View, 'record' | 'texts' | 'language'>): string {
  const { busy } = record.environment;
  const { busyBefore, busyAfter, unknown } = texts.environment;
  if (busy === undefined) return unknown;
  const [before, after] = [busy.before, busy.after].map((share) => writeQuantity(quantity(share, 'share'), language));
  return `${busyBefore} ${before ?? ''}, ${busyAfter} ${after ?? ''}`;
}
