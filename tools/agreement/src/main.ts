/**
 * Holds libs/measure against a generator that shares nothing with it: CPU time a message of one server, by both, in turn.
 *
 *     tools/runtime/node tools/agreement/src/main.ts [--rounds 5] [--server server-async] [--pin apart|together]
 *
 * Exits 1 where the medians are more than a tenth apart.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command as Program, InvalidArgumentError, Option } from 'commander';
import { workspaceRoot } from '#approaches';
import { ExitCode, runCommandLine, StopRequest } from '#command-line';
import { type Command, exitWords, runProgram } from '#machine';
import { cpusFor, type LoadPlan, LoadProcess, loadServer, ownServer, pinned, type Pinning, pinnings, RunningServer } from '#measure';
import { median } from '#record';

/** How far apart the medians may be. */
const tolerance = 0.1;

/** ms. */
const warmup = 1_000;
const duration = 3_000;

/** What the command line asks for. */
interface Asked {
  readonly rounds: number;
  readonly server: string;
  readonly pin: Pinning;
}

const stop = new StopRequest();
const { signal } = stop;

const load = { inFlight: 1, size: 32, warmup, limit: { duration } } as const;
const cases: readonly { readonly title: string; readonly rate: number; readonly plan: LoadPlan }[] = [
  { title: '1 connection, 1 in flight', rate: 0, plan: { ...load, mode: 'message', connections: 1 } },
  {
    title: '2,000/s on 10 connections',
    rate: 2_000,
    plan: { ...load, mode: 'open', connections: 10, arrivals: { perSecond: 2_000, spacing: 'fixed', seed: 1 } },
  },
];

const binary = join(workspaceRoot, '.nx/peers/generator');

/** What a program wrote, that did what it should. */
async function stdoutOf(command: Command): Promise<string> {
  const { exit, stdout, stderr } = await runProgram(command, { signal });
  signal.throwIfAborted();
  if (exit.code !== 0) throw new Error(`${command[0]} ${exitWords(exit, stderr).en}`);
  return stdout;
}

/** µs of CPU time a message, as libs/measure has it. */
async function measured(server: RunningServer, plan: LoadPlan, cpus: string): Promise<number> {
  await using generator = new LoadProcess(cpus);
  const { cpu, messages, errors } = await loadServer(server, generator, plan, signal);
  if (errors.first !== undefined) throw new Error(errors.first);
  return (cpu.user + cpu.system) / messages;
}

/** The same, as the generator in C has it. */
async function counted({ address, pid }: RunningServer, { connections }: LoadPlan, rate: number, cpus: string): Promise<number> {
  const args = [address.port, pid, connections, rate, warmup / 1_000, duration / 1_000].map(String);
  const stdout = await stdoutOf(pinned([binary, ...args], cpus));
  const [messages = NaN, , cpu = NaN] = stdout.split(' ').map(Number);
  return cpu / messages;
}

async function holdAgainst({ rounds, server: name, pin }: Asked): Promise<void> {
  const cpus = cpusFor(pin);
  const serve = async (use: (server: RunningServer) => Promise<number>): Promise<number> => {
    await using server = await RunningServer.start(ownServer(name), cpus.server, signal);
    return await use(server);
  };
  mkdirSync(join(workspaceRoot, '.nx/peers'), { recursive: true });
  await stdoutOf(['cc', '-O2', '-Wall', '-o', binary, join(import.meta.dirname, 'generator.c')]);
  for (const { title, plan, rate } of cases) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round++) {
      // In turn, and each round the other one first.
      const turns = [
        async () => ours.push(await serve((server) => measured(server, plan, cpus.load))),
        async () => theirs.push(await serve((server) => counted(server, plan, rate, cpus.load))),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
      const latest = [ours, theirs].map((all) => `${(all.at(-1) ?? NaN).toFixed(2)} µs`);
      process.stderr.write(`${title}, round ${round + 1}: libs/measure ${latest[0] ?? ''}, generator.c ${latest[1] ?? ''}\n`);
    }
    const ratio = median(ours) / median(theirs);
    const agrees = Math.abs(ratio - 1) <= tolerance;
    process.stdout.write(
      `${title}: libs/measure ${median(ours).toFixed(2)} µs, generator.c ${median(theirs).toFixed(2)} µs, ` +
        `ratio ${ratio.toFixed(3)}: ${agrees ? 'they agree' : 'they do not agree'}\n`,
    );
    if (!agrees) process.exitCode = ExitCode.failed;
  }
}

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1 to 999.');
};

await runCommandLine(
  new Program('agreement')
    .description('Holds libs/measure against a generator in C that shares nothing with it.')
    .option('--rounds <N>', 'how often each is asked', wholeNumber, 5)
    .option('--server <name>', 'the server of this workspace', 'server-async')
    .addOption(new Option('--pin <how>', 'where server and load are kept').choices(pinnings).default('apart'))
    .action(async (asked: Asked) => {
      try {
        await holdAgainst(asked);
      } catch (error) {
        if (stop.exitCode === undefined) throw error;
        process.stderr.write('stopped\n');
        process.exitCode = stop.exitCode;
      }
    }),
);
