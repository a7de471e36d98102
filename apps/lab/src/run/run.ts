import { join } from 'node:path';
import type { Command } from 'commander';
import { approaches, type Approach } from '#approaches';
import { ExitCode, exitWhenWritten, languageAsked, requireWritable, StopRequest } from '#command-line';
import { type Experiment, experiments, type OutsideServer, type PythonServer, pythonServers, runExperiments } from '#experiments';
import { servings } from '#contract';
import { findPython } from '#machine';
import { outsideServer } from '#measure';
import { readBenchRecord, type RunRecord, type Size, type Statement, writeStatement } from '#record';
import { reportCatalogues } from '../report/catalogue.ts';
import { benchFile, type WrittenReport, writeRun } from '../shared/report-files.ts';
import { writeProblem } from '../shared/report-problems.ts';
import { runCatalogues } from './catalogue.ts';
import { commandOf } from '../shared/command-of.ts';
import { type RunFlags, runFlags } from './options.ts';
import { progressOf } from './progress.ts';
import { isBug, reasonOf } from './reason.ts';
import { summaryOf } from './summary.ts';
import { fail, say } from '../shared/say.ts';
import { widest } from '../shared/widest.ts';

const language = languageAsked(process.argv, process.env);
const catalogue = runCatalogues[language];
const files = reportCatalogues[language];

/** `run`: all experiments against all approaches, some beside servers in Python, and a report of what came of it. */
export const runCommand: Command = runFlags(catalogue)
  .action(async (flags: RunFlags, command: Command) => {
    const choice = chosenOf(flags, command);
    try {
      await requireWritable(flags.out);
      await readBenchRecord(join(flags.out, benchFile)); // It will stand in the same report.
    } catch (error) {
      fail(writeProblem(flags.out, error, files));
      return;
    }
    using stop = new StopRequest();
    const record = await run(choice, flags, stop.signal);
    try {
      const written = await writeRun(flags.out, record, language);
      show(record, choice, written, flags);
    } catch (error) {
      fail(writeProblem(flags.out, error, files));
    }
    if (stop.exitCode !== undefined) await exitWhenWritten(stop.exitCode);
  });

interface Choice {
  readonly all: readonly (Approach | PythonServer)[];
  readonly servers: readonly Approach[];
  readonly inPython: readonly PythonServer[];
  readonly outside: readonly OutsideServer[];
  readonly experiments: readonly Experiment[];
}

/** What the flags ask for; what does not exist ends the command. */
function chosenOf({ servers, server = [], experiments: ids }: RunFlags, command: Command): Choice {
  const { usage } = catalogue;
  const ours = approaches();
  const inPython = Object.values(pythonServers);
  const all = [...ours, ...inPython];
  const known = all.map(({ name }) => name);
  const names = servers?.map((name) => (known.includes(name) || name.startsWith('server-') ? name : `server-${name}`));
  const isAsked = ({ name }: Approach | PythonServer): boolean => names?.includes(name) ?? true;
  const strange = names?.find((name) => !known.includes(name));
  if (strange !== undefined) command.error(usage.server(strange, known));
  const knownIds = experiments.map(({ id }) => id);
  const strangeId = ids?.find((id) => !knownIds.includes(id));
  if (strangeId !== undefined) command.error(usage.experiment(strangeId, knownIds));
  if (names?.length === 0) command.error(usage.none('--servers'));
  if (ids?.length === 0) command.error(usage.none('--experiments'));
  if (!ours.some(isAsked)) command.error(usage.noneOfOurs(ours.map(({ name }) => name)));
  const outside = server.map((text): OutsideServer => {
    const [, name = '', serves = ''] = /^([a-z][\w.-]*):([a-z]+)=/s.exec(text) ?? [];
    const promise = servings.find((serving) => serving === serves);
    if (promise === undefined) return command.error(usage.promise(text, servings));
    const spec = outsideServer(text.replace(`:${serves}=`, '=')) ?? command.error(usage.noPort(text));
    return { name, command: String(spec.command), serves: promise };
  });
  const together = [...known, ...outside.map(({ name }) => name)];
  const twice = together.find((name, index) => together.indexOf(name) !== index);
  if (twice !== undefined) command.error(usage.twice(twice));
  return {
    all,
    servers: ours.filter(isAsked),
    inPython: inPython.filter(isAsked),
    outside,
    experiments: experiments.filter(({ id }) => ids?.includes(id) ?? true),
  };
}

async function run(choice: Choice, { quick, thorough, author, course }: RunFlags, signal: AbortSignal): Promise<RunRecord> {
  const bugs: Error[] = [];
  const describe = (error: unknown): Statement => {
    if (error instanceof Error && isBug(error)) bugs.push(error);
    return reasonOf(error);
  };
  const size: Size = quick === true ? 'quick' : thorough === true ? 'thorough' : 'default';
  const record = await runExperiments({
    ...progressOf(catalogue, signal),
    approaches: choice.servers,
    inPython: choice.inPython,
    allServers: choice.all,
    outside: choice.outside,
    experiments,
    chosen: choice.experiments,
    size,
    python: await findPython(),
    signal,
    command: commandOf(process.argv),
    // A variable of the shell may be empty: then nobody is named.
    ...(author !== undefined && author.trim() !== '' && { author }),
    ...(course !== undefined && { course }),
    describe,
  });
  for (const { stack } of bugs) process.stderr.write(`${stack ?? ''}\n`);
  return record;
}

/** The record or its summary on stdout; on stderr a line for each server that was taken out and each experiment that failed. */
function show(record: RunRecord, { experiments: chosen }: Choice, written: WrittenReport, { json = false }: RunFlags): void {
  const failed = record.experiments.flatMap(({ id, outcome }) =>
    outcome.status === 'failed' ? [catalogue.came.failed(id, writeStatement(outcome.reason, language))] : [],
  );
  const fallen = (record.fallen ?? []).map(({ server, reason }) => catalogue.takenOut(server, writeStatement(reason, language)));
  const complaints = [...new Set([...fallen, ...failed])];
  if (json) process.stdout.write(`${JSON.stringify(record)}\n`);
  else {
    const width = Math.min(process.stdout.columns || 80, widest);
    process.stdout.write(summaryOf(record, { catalogue, chosen: chosen.length, files: written, width }));
  }
  complaints.forEach(say);
  process.exitCode = complaints.length > 0 ? ExitCode.failed : ExitCode.done;
}
