import type { Command } from 'commander';
import { ExitCode, exitWhenWritten, formatDuration, languageAsked, replaceFile, requireWritableFile, StopRequest } from '#command-line';
import { checkReachable, type Clause, clauses, isPromised, levels, Limiter, type Outcome, type Promises, runContract, takesFlags, type Target, wordsOfError } from '#contract';
import { verifyCatalogues } from './catalogue.ts';
import { type VerifyFlags, verifyFlags } from './options.ts';
import { verifyJson, verifyJunit } from './report.ts';
import { countResults, scoresOf } from './scores.ts';
import { VerifyTable } from './table.ts';
import { fail, say } from '../shared/say.ts';

/** How long to wait for what must come, ms, how many servers to try at a time, and how often a clause that fails. */
const patience = 5_000;
const atATime = 4;
const tries = 3;

const catalogue = verifyCatalogues[languageAsked(process.argv, process.env)];

/** `verify`: holds any server, in any language, to the contract. */
export const verifyCommand: Command = verifyFlags(catalogue)
  .action(async (address: string | undefined, flags: VerifyFlags, command: Command) => {
    const { serves, workers, framing, maxMessageBytes, level = levels, only = [''], server } = flags;
    const promises: Promises = { serves, workers, framing, maxMessageBytes };
    const target = targetOf(address, server, command);
    const promised = clauses.filter((clause) => level.includes(clause.level) && isPromised(clause, promises));
    const strange = only.find((prefix) => !promised.some(({ id }) => id.startsWith(prefix)));
    if (strange !== undefined) command.error(catalogue.usage.noClause(strange));
    const asked = promised.filter(({ id }) => only.some((prefix) => id.startsWith(prefix)));
    const meant = levels.flatMap((one) => asked.filter((clause) => clause.level === one));
    const { junit } = flags;
    if (junit !== undefined && !(await canWrite(junit, () => requireWritableFile(junit)))) {
      process.exitCode = ExitCode.failed;
      return;
    }
    using stop = new StopRequest();
    stop.signal.addEventListener('abort', () => {
      say(catalogue.stopped);
      void exitWhenWritten(stop.exitCode ?? ExitCode.failed); // The contract ends its servers with the process.
    });

    const name = server ?? address ?? '';
    try {
      await checkReachable({ target, promises, patience });
    } catch (error) {
      const said = error instanceof Error ? wordsOfError(error)[catalogue.locale] : String(error);
      fail(catalogue.unreachable(name, said));
      return;
    }
    await verify(name, meant, target, promises, flags);
  });

async function verify(
  name: string,
  meant: readonly Clause[],
  target: Target,
  promises: Promises,
  { long = false, json = false, junit }: VerifyFlags,
): Promise<void> {
  const start = performance.now();
  const table = new VerifyTable(meant.map(({ id }) => id), catalogue);
  const tell = (line: string): void => {
    if (!json) process.stdout.write(`${line}\n`);
  };
  tell(table.head);
  const outcomes: Outcome[] = [];
  // What takes our flags is one of ours: those must pass the first time, each on one server, where a fault spills over.
  const effort = 'command' in target && takesFlags(target.command) ? {} : { tries, servers: atATime };
  const run = { clauses: meant, target, promises, patience, long, limiter: new Limiter(atATime), ...effort };
  for (const promise of runContract(run)) {
    const outcome = await promise;
    outcomes.push(outcome);
    if (outcome.result !== 'not-reached') tell(table.row(outcome));
  }
  for (const line of table.notReached(outcomes)) tell(`\n${line}`);
  const counts = countResults(outcomes);
  tell(['', ...scoresOf(outcomes).map(catalogue.score)].join('\n'));
  tell(catalogue.summary(counts, formatDuration(Math.round(performance.now() - start))));
  if (json) process.stdout.write(`${verifyJson(name, promises, outcomes, catalogue)}\n`);
  const written = junit === undefined || (await canWrite(junit, () => replaceFile(junit, verifyJunit(name, outcomes, catalogue))));
  const broken = counts.failed + counts.unsteady;
  const tried = counts.passed + broken;
  if (tried === 0) say(catalogue.nothingTried);
  process.exitCode = written && tried > 0 && broken + counts['not-reached'] === 0 ? ExitCode.done : ExitCode.failed;
}

/** Whether it went well; where not, it is said. */
async function canWrite(file: string, write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    say(catalogue.unwritable(file, code));
    return false;
  }
}

function targetOf(address: string | undefined, server: string | undefined, command: Command): Target {
  if ((address === undefined) === (server === undefined)) command.error(catalogue.usage.either);
  if (server !== undefined) return server.includes('{port}') ? { command: server } : command.error(catalogue.usage.noPort);
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(address ?? '') ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port < 1 || port > 65_535) command.error(catalogue.usage.address(address ?? ''));
  return { host, port };
}
