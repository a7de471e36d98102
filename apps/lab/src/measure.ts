import type { Command } from 'commander';
import { ExitCode, languageAsked } from '#command-line';
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
import { describeProblem, type MeasureCatalogue, measureCatalogues } from './measure-catalogue.ts';
import { measureJson } from './measure-json.ts';
import { type MeasureFlags, measureFlags } from './measure-options.ts';
import { fixed, type MeasureReport, measureTable, microseconds } from './measure-table.ts';

/** 128 and the number of SIGINT, as a shell reports it (POSIX, 2.8.2). */
const interrupted = 130;

const catalogue = measureCatalogues[languageAsked(process.argv, process.env)];

/** `measure`: what a message costs on each of several servers. */
export const measureCommand: Command = measureFlags(catalogue)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? ExitCode.done : ExitCode.usage))
  .action(async (names: readonly string[], flags: MeasureFlags, command: Command) => {
    const load = loadOf(flags, command);
    try {
      const servers = [
        ...names.map((name) => ownServer(name, (flags.flags ?? '').split(' ').filter(Boolean))),
        ...(flags.server ?? []).map((text) => outsideServer(text) ?? command.error(catalogue.usage.noPort(text))),
      ];
      await compare(servers, load, flags, command);
    } catch (error) {
      if (!(error instanceof MeasureError)) throw error;
      process.stderr.write(`${describeProblem(catalogue, error.problem)}\n`);
      process.exitCode = error.problem.code === 'stopped' ? interrupted : ExitCode.failed;
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
): Promise<void> {
  const names = servers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) command.error(catalogue.usage.twice(twice));
  const baseline = wanted ?? names[0] ?? command.error(catalogue.usage.noServer);
  if (!names.includes(baseline)) command.error(catalogue.usage.baseline(baseline, names));

  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const onFigures = (figures: Figures, round: number): void => {
      process.stderr.write(`${progress(figures, round, rounds, catalogue)}\n`);
    };
    const all = await measureRounds({ ...load, servers, rounds, pin, signal: stop.signal, onFigures });
    const held = all[names.indexOf(baseline)] ?? [];
    const report: MeasureReport = { load, rounds, summaries: all.map((figures) => summarize(figures, held)) };
    process.stdout.write(json ? `${measureJson(report, all, baseline)}\n` : `\n${measureTable(report, catalogue)}`);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function progress(figures: Figures, round: number, rounds: number, { round: words, locale }: MeasureCatalogue): string {
  const cpu = microseconds(figures.cpu.total, locale);
  return words(round, rounds, figures.server, cpu, fixed(figures.messagesPerSecond, 0, locale));
}
