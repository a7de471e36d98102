import { busyElsewhere, readEnvironment } from '#machine';
import { type Fallen, parseRunRecord, type RunRecord, type Statement, type Text, writeRecord } from '#record';
import { checkOutside } from './check-outside.ts';
import { claimsOf } from '../findings/claims-of.ts';
import { conclusionsOf } from '../conclusions/conclusions-of.ts';
import type { Experiment } from './experiment.ts';
import { Lab, type LabOptions, type OutsideServer } from './lab.ts';
import { type Choice, leftOut } from './left-out.ts';
import type { PythonServer } from './python-servers.ts';
import { runExperiment, type Tried } from './run-experiment.ts';

/** Something of a run that takes time: an experiment, or a look at the machine. */
export interface Step {
  readonly title: Text;
  /** Names in a word what comes of it: the id of an experiment, or a server. */
  readonly id?: string;
  /** Never rejects. Returns undefined where there is nothing to say, or it was stopped. */
  run(): Promise<StepEnd | undefined>;
}

/** What came of a step: the answer, or why there is none. */
export interface StepEnd {
  readonly status: 'done' | 'skipped' | 'failed';
  readonly says: Statement;
}

export interface RunOptions extends LabOptions, Pick<RunRecord, 'command' | 'author' | 'course'> {
  /** All that there are, and those to run, in order. */
  readonly experiments: readonly Experiment[];
  readonly chosen: readonly Experiment[];
  /** All that there are without those from outside. */
  readonly allServers: Choice['servers'];
  readonly describe: (error: unknown) => Statement;
  /** Runs the steps one after another, and shows that it does. */
  readonly perform: (steps: readonly Step[]) => Promise<void>;
}

/** For how long the machine is watched, before and after, ms. */
const windows = { quick: 300, default: 1_000, thorough: 5_000 };

/** Runs experiments one after another, and makes a record of what they saw, or of as much as there was time for. */
export async function runExperiments(options: RunOptions): Promise<RunRecord> {
  const { experiments, chosen, allServers, perform, author, course, command, signal } = options;
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const lab = new Lab(options);
  const window = lab.pick(windows);
  const environment = await readEnvironment(options.python);
  const busy: { before?: number | undefined; after?: number | undefined } = {};
  const tried: Tried[] = [];

  await perform([
    look(machine.before, async () => (busy.before = await busyElsewhere(window, signal))),
    ...(options.outside ?? []).map((outside) => check(lab, outside)),
    ...chosen.map((experiment): Step => ({
      title: experiment.title,
      id: experiment.id,
      run: async () => {
        const one = await runExperiment(experiment, lab);
        if (one === undefined) return undefined;
        tried.push(one);
        const { outcome } = one.record;
        return { status: outcome.status, says: outcome.status === 'done' ? outcome.findings.answer : outcome.reason };
      },
    })),
    look(machine.after, async () => (busy.after = await busyElsewhere(window, signal))),
  ]);

  const { before, after = before } = busy;
  const records = tried.map(({ record }) => record);
  const { claim, ...conclusions } = conclusionsOf(records);
  const record: RunRecord = {
    schema: 'echo-lab/run',
    version: 1,
    startedAt,
    took: performance.now() - start,
    size: options.size,
    command,
    ...(author !== undefined && { author }),
    ...(course !== undefined && { course }),
    environment: { ...environment, ...(before !== undefined && after !== undefined && { busy: { before, after } }) },
    servers: [...lab.servers, ...inPythonOf(lab, chosen)].map(({ name }) => name),
    outside: (options.outside ?? []).map(({ name, serves, command }) => ({ name, serves, command })),
    experiments: records,
    fallen: fallenIn(lab, tried),
    claims: [...claimsOf(experiments, chosen, tried, claim)],
    conclusions,
    leftOut: [...leftOut(options, { experiments, chosen, servers: allServers })],
    interrupted: signal.aborted,
  };
  // As a reader will find it: what is drawn now and what is drawn from the file later must not differ.
  return parseRunRecord(writeRecord(record));
}

/** The servers in Python that one experiment at least sets beside ours. */
function inPythonOf(lab: Lab, chosen: readonly Experiment[]): readonly PythonServer[] {
  return lab.inPython.filter((server) => chosen.some((experiment) => experiment.setsBeside?.(server, lab) === true));
}

/** Who was taken out: of the whole run, named once, and then of one experiment. */
function fallenIn({ breaches }: Lab, tried: readonly Tried[]): Fallen[] {
  return [
    ...[...breaches].map(([server, reason]) => ({ server, reason })),
    ...tried.flatMap(({ fallen }) => fallen.filter(({ server }) => !breaches.has(server))),
  ];
}

function check(lab: Lab, outside: OutsideServer): Step {
  const { name } = outside;
  return {
    title: { en: `Whether ${name} keeps the contract`, 'pt-BR': `Se ${name} cumpre o contrato` },
    id: name,
    run: async () => {
      const reason = await checkOutside(lab, outside);
      return reason && { status: 'failed', says: reason };
    },
  };
}

const machine = {
  before: { en: 'How busy others keep the machine', 'pt-BR': 'Quanto da máquina outros processos ocupam' },
  after: { en: 'How busy others keep the machine now', 'pt-BR': 'Quanto da máquina outros processos ocupam agora' },
};

function look(title: Text, measure: () => Promise<unknown>): Step {
  return {
    title,
    run: async () => {
      // Stopped: then it is not known.
      await measure().catch(() => undefined);
      return undefined;
    },
  };
}
