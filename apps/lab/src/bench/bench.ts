import type { Command } from 'commander';
import { join } from 'node:path';
import { approaches, type Peer, peers } from '#approaches';
import {
  approachServer,
  BenchError,
  type BenchOptions,
  type BenchServer,
  breachesOf,
  givenServer,
  parseThreshold,
  runBench,
  type Scenario,
  scenarios,
  serverNamed,
  type Threshold,
} from '#bench';
import { ExitCode, exitWhenWritten, inWords, languageAsked, languageGiven, requireWritable, StopRequest } from '#command-line';
import { cpusFor, MeasureError } from '#measure';
import { type BenchRecord, readBenchRecord, readRunRecord, type Statement, statement, UnreadableRecord, writeQuantity, writeStatement, writeValue } from '#record';
import { benchCatalogues } from './catalogue.ts';
import { benchChanges } from './changes.ts';
import { benchCsv } from './csv.ts';
import { type BenchFlags, benchFlags } from './options.ts';
import { progressLine } from './progress.ts';
import { benchTable } from './table.ts';
import { measureCatalogues, problemStatement } from '../measure/catalogue.ts';
import { reportCatalogues } from '../report/catalogue.ts';
import { languageOfPage, reportFiles, writeBench, type WrittenBench } from '../shared/report-files.ts';
import { writeProblem } from '../shared/report-problems.ts';
import { commandOf } from '../shared/command-of.ts';
import { fail, say } from '../shared/say.ts';
import { widest } from '../shared/widest.ts';

const language = languageAsked(process.argv, process.env);
const catalogue = benchCatalogues[language];
/** What is as in `measure` is said as there. */
const measuring = measureCatalogues[language];

/** `bench`: what each server costs beside the others, under the same loads. */
export const benchCommand: Command = benchFlags(catalogue)
  .action(async (flags: BenchFlags, command: Command) => {
    const choice = chosenOf(flags, command);
    try {
      if (flags.pin !== undefined) cpusFor(flags.pin);
      await requireWritable(flags.out);
      await readRunRecord(join(flags.out, reportFiles.record)); // The page is drawn from it, too.
    } catch (error) {
      if (error instanceof MeasureError) fail(inWords(measuring.problem, error.problem));
      else fail(writeProblem(flags.out, error, reportCatalogues[language]));
      return;
    }
    const before = await earlierOf(flags);
    if (typeof before === 'string') {
      fail(before);
      return;
    }
    using stop = new StopRequest();
    const record = await runBench({ ...choice.options, signal: stop.signal });
    let files: WrittenBench | undefined;
    try {
      files = await writeBench(flags.out, record, languageGiven(process.argv, process.env) ?? (await languageOfPage(flags.out)) ?? language);
    } catch (error) {
      fail(writeProblem(flags.out, error, reportCatalogues[language]));
    }
    show(record, before, files, choice.thresholds, flags);
    await exitWhenWritten(stop.exitCode ?? Number(process.exitCode ?? ExitCode.done));
  });

interface Choice {
  readonly options: Omit<BenchOptions, 'signal'>;
  readonly thresholds: readonly Threshold[];
}

/** What the flags ask for; what does not exist ends the command. */
function chosenOf(flags: BenchFlags, command: Command): Choice {
  const { usage } = catalogue;
  const servers = [...ownOf(flags, command), ...givenOf(flags, command)];
  const chosenPeers = peersOf(flags, command);
  const ids = scenarios.map(({ id }) => id);
  const strange = flags.scenarios?.find((id) => !ids.includes(id));
  if (strange !== undefined) command.error(usage.scenario(strange, ids));
  const chosen: readonly Scenario[] = scenarios.filter(({ id }) => flags.scenarios?.includes(id) ?? true);
  const names = [...servers, ...chosenPeers].map(({ name }) => name);
  if (names.length === 0) command.error(usage.nothing);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) command.error(measuring.usage.twice(twice));
  const baseline = flags.baseline === undefined ? undefined : serverNamed(flags.baseline, names);
  if (flags.baseline !== undefined && baseline === undefined) command.error(measuring.usage.baseline(flags.baseline, names));
  const thresholds = (flags.threshold ?? []).map(
    (text) => parseThreshold(text, chosen.map(({ id }) => id), names) ?? command.error(usage.threshold(text)),
  );
  const { quick = false, thorough = false, rate, rounds, pin } = flags;
  return {
    thresholds,
    options: {
      servers,
      peers: chosenPeers,
      scenarios: chosen,
      size: quick ? 'quick' : thorough ? 'thorough' : 'default',
      rounds,
      rate,
      baseline,
      pin,
      command: commandOf(process.argv, 'bench', 'npm run bench'),
      sameFlags: sameFlags(flags, command),
      describe,
      onProgress: (progress) => {
        say(progressLine(progress, catalogue));
      },
    },
  };
}

function ownOf({ servers }: BenchFlags, command: Command): readonly BenchServer[] {
  const all = approaches();
  if (servers?.join() === 'none') return [];
  const known = all.map(({ name }) => name);
  const strange = servers?.find((name) => serverNamed(name, known) === undefined);
  if (strange !== undefined) command.error(catalogue.usage.server(strange, known));
  const wanted = servers?.map((name) => serverNamed(name, known));
  return all.filter(({ name }) => wanted?.includes(name) ?? true).map(approachServer);
}

function givenOf({ server = [] }: BenchFlags, command: Command): readonly BenchServer[] {
  return server.map((text) => givenServer(text) ?? command.error(measuring.usage.noPort(text)));
}

function peersOf({ peers: wanted = [] }: BenchFlags, command: Command): readonly Peer[] {
  const all = peers();
  if (wanted.join() === 'all') return all;
  const known = all.map(({ name }) => name);
  const strange = wanted.find((name) => !known.includes(name));
  if (strange !== undefined) command.error(catalogue.usage.peer(strange, known));
  return all.filter(({ name }) => wanted.includes(name));
}

/** The flags that repeating a part of the run takes, too. */
function sameFlags({ quick, thorough, rate, rounds, pin }: BenchFlags, command: Command): readonly string[] {
  return [
    ...(quick === true ? ['--quick'] : []),
    ...(thorough === true ? ['--thorough'] : []),
    ...(rounds === undefined ? [] : ['--rounds', String(rounds)]),
    ...(command.getOptionValueSource('rate') === 'cli' ? ['--rate', String(rate)] : []),
    ...(pin === undefined ? [] : ['--pin', pin]),
  ];
}

/** Why a run ended early, in every language; the stack of a mistake of ours goes to stderr. */
function describe(error: unknown): Statement {
  if (error instanceof BenchError) return statement(error.reason);
  if (error instanceof MeasureError) return problemStatement(error.problem);
  const { stack = '' } = error instanceof Error ? error : {};
  process.stderr.write(`${stack}\n`);
  const text = String(error);
  return statement({ en: benchCatalogues.en.unexpected(text), 'pt-BR': benchCatalogues['pt-BR'].unexpected(text) });
}

/** The record to compare with, before anything is measured; a sentence where it cannot be read. */
async function earlierOf({ compare }: BenchFlags): Promise<BenchRecord | string | undefined> {
  if (compare === undefined) return undefined;
  try {
    return (await readBenchRecord(compare)) ?? catalogue.compare.noRecord(compare, 'ENOENT');
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    return catalogue.compare.noRecord(compare, error.reason);
  }
}

/** The record or the tables on stdout; on stderr what ended it early, and what does not hold. */
function show(
  record: BenchRecord,
  before: BenchRecord | undefined,
  files: WrittenBench | undefined,
  thresholds: readonly Threshold[],
  { json = false, csv = false, compare = '' }: BenchFlags,
): void {
  const width = Math.min(process.stdout.columns || widest, widest);
  const changes = before === undefined ? '' : `\n${benchChanges(compare, before, record, catalogue, width)}`;
  if (json) process.stdout.write(`${JSON.stringify(record)}\n`);
  else if (csv) process.stdout.write(benchCsv(record));
  else process.stdout.write(`\n${benchTable(record, catalogue, width)}${changes}\n${filesBlock(record, files)}`);
  if ((json || csv) && changes !== '') process.stderr.write(`${changes}\n`);

  if (record.failure !== undefined) {
    fail(catalogue.failed(writeStatement(record.failure, language)));
  }
  if (record.interrupted) say(catalogue.stopped);
  if (record.failure !== undefined || record.interrupted || thresholds.length === 0) return;
  const breaches = breachesOf(record, thresholds);
  for (const { threshold, scenario = '', server = '', found } of breaches) {
    const { broken, unmeasured } = catalogue.threshold;
    say(found === undefined ? unmeasured(threshold.text) : broken(threshold.text, scenario, server, writeQuantity(found, language)));
  }
  if (breaches.length > 0) process.exitCode = ExitCode.threshold;
  else say(catalogue.threshold.kept(thresholds.length));
}

function filesBlock({ took }: BenchRecord, files: WrittenBench | undefined): string {
  const { files: names } = catalogue;
  const lines = files === undefined ? [] : [
    `${names.report}  ${files.html}`,
    `${names.record}  ${files.record}`,
    ...(files.earlier === undefined ? [] : [`${names.earlier}  ${files.earlier}`]),
  ];
  return [catalogue.took(writeValue(took, 'ms', language)), ...lines].map((line) => `${line}\n`).join('');
}
