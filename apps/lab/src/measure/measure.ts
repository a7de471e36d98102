import type { Command } from 'commander';
import { ExitCode, inWords, languageAsked, StopRequest } from '#command-line';
import {
  type Figures,
  type LoadPlan,
  maxBytesInFlight,
  MeasureError,
  measureRounds,
  outsideServer,
  ownServer,
  type ServerSpec,
  summarize,
} from '#measure';
import { type MeasureCatalogue, measureCatalogues } from './catalogue.ts';
import { measureJson } from './json.ts';
import { type MeasureFlags, measureFlags } from './options.ts';
import { fixed, type MeasureReport, measureTable, microseconds } from './table.ts';
import { say } from '../shared/say.ts';

const catalogue = measureCatalogues[languageAsked(process.argv, process.env)];

/** `measure`: what a message costs on each of several servers. */
export const measureCommand: Command = measureFlags(catalogue)
  .action(async (names: readonly string[], flags: MeasureFlags, command: Command) => {
    const load = loadOf(flags, command);
    using stop = new StopRequest();
    try {
      const servers = [
        ...names.map((name) => ownServer(name, (flags.flags ?? '').split(' ').filter(Boolean))),
        ...(flags.server ?? []).map((text) => outsideServer(text) ?? command.error(catalogue.usage.noPort(text))),
      ];
      await compare(servers, load, flags, command, stop.signal);
    } catch (error) {
      if (!(error instanceof MeasureError)) throw error;
      say(inWords(catalogue.problem, error.problem));
      process.exitCode = stop.exitCode ?? ExitCode.failed;
    }
  });

function loadOf(flags: MeasureFlags, command: Command): LoadPlan {
  const { mode, connections, inFlight, size, warmup, duration, messages } = flags;
  const timed = command.getOptionValueSource('duration') === 'cli';
  if (timed && messages !== undefined) command.error(catalogue.usage.either);
  if (connections * inFlight * (size + 1) > maxBytesInFlight) command.error(catalogue.usage.tooLarge);
  return { mode, connections, inFlight, size, warmup, limit: messages === undefined ? { duration } : { messages } };
}

async function compare(
  servers: readonly ServerSpec[],
  load: LoadPlan,
  { rounds, pin = false, json = false, baseline: wanted }: MeasureFlags,
  command: Command,
  signal: AbortSignal,
): Promise<void> {
  const names = servers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) command.error(catalogue.usage.twice(twice));
  const baseline = wanted ?? names[0] ?? command.error(catalogue.usage.noServer);
  if (!names.includes(baseline)) command.error(catalogue.usage.baseline(baseline, names));

  const onFigures = (figures: Figures, round: number): void => {
    say(progress(figures, round, rounds, catalogue));
  };
  const all = await measureRounds({ ...load, servers, rounds, pin, signal, onFigures });
  const held = all[names.indexOf(baseline)] ?? [];
  const report: MeasureReport = { load, rounds, summaries: all.map((figures) => summarize(figures, held)) };
  process.stdout.write(json ? `${measureJson(report, all, baseline)}\n` : `\n${measureTable(report, catalogue)}`);
}

function progress(figures: Figures, round: number, rounds: number, { round: words, locale }: MeasureCatalogue): string {
  const cpu = microseconds(figures.cpu.total, locale);
  return words(round, rounds, figures.server, cpu, fixed(figures.messagesPerSecond, 0, locale));
}
