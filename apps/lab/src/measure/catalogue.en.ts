import { formatDuration, type Sentences } from '#command-line';
import { exitWords } from '#machine';
import type { LoadPlan, Problem } from '#measure';

/** The load, each part already written out. */
interface LoadWords extends Pick<LoadPlan, 'connections' | 'inFlight' | 'size'> {
  readonly connect: boolean;
  readonly rounds: number;
  /** A duration, or a number of messages. */
  readonly limit: string;
  readonly timed: boolean;
}

const problem: Sentences<Problem> = {
  'unknown-server': ({ server, known }) => `there is no server ${server}; there are ${known.join(', ')}`,
  'server-ended': ({ server, exit, lastLines }) => `${server} ${exitWords(exit, lastLines).en}`,
  'not-ready': ({ server, after }) =>
    `${server} did not listen within ${formatDuration(after)}; does its command use {port}?`,
  'no-connection': ({ server, reason }) => `no connection to ${server}: ${reason}`,
  'wrong-replies': ({ server, errors: { lost, outOfOrder, corrupted, first } }) =>
    `${server} replied wrong (lost ${lost}, out of order ${outOfOrder}, corrupted ${corrupted}): ${first ?? ''}`,
  'load-ended': ({ exit, lastLines }) => `the load generator ${exitWords(exit, lastLines).en}`,
  'one-cpu': () => '--pin needs two CPUs, and this process may use only one',
  'no-pinning': ({ reason }) => `processes cannot be kept on CPUs here, as --pin asks: ${reason}`,
  'no-proc': () => 'CPU time and memory are read from /proc, which only Linux has',
  stopped: () => 'stopped',
};

/** Everything that `measure` says to a person, and what `bench` says alike. */
export const english = {
  columns: {
    server: 'server',
    cpu: 'CPU µs/message',
    user: 'user',
    system: 'system',
    ratio: 'ratio',
    rate: 'messages/s',
    pssBefore: 'PSS idle',
    pssAfter: 'under load',
  },
  load: ({ connect, connections, inFlight, size, rounds, limit, timed }: LoadWords): string =>
    (connect
      ? `a connection for each message, ${connections} at a time`
      : `${connections} connections with ${inFlight} in flight`) +
    `, messages of ${size} bytes, framing line; medians of ${rounds} rounds of ${limit}${timed ? '' : ' messages'}`,
  oneConnection: '* serves one connection at a time: measured with 1 connection; for a ratio, --connections 1',
  round: (round: number, rounds: number, server: string, cpu: string, rate: string): string =>
    `round ${round} of ${rounds}: ${server}, ${cpu} µs, ${rate} messages/s`,
  problem,
  usage: {
    noServer: "name a server, as server-async, or give one with --server 'command {port}'",
    noPort: (command: string): string => `--server '${command}' has no {port}, in whose place the port would stand`,
    whole: (min: number, max: number): string => `it is a whole number from ${min} to ${max}`,
    duration: (max: string): string => `it is a duration with a unit, as 500ms or 2s, of at most ${max}`,
    tooLarge: '--connections times --in-flight times --size is more than 64 MiB in flight; make one of them smaller',
    baseline: (name: string, names: readonly string[]): string =>
      `--baseline ${name} is none of the servers: ${names.join(', ')}`,
    twice: (name: string): string =>
      `${name} stands there twice; give one of them another name with --server 'name=command {port}'`,
    either: '--duration and --messages exclude each other',
  },
  help: {
    description:
      'Loads servers in turn, checks every reply, and says what a message costs: CPU time and memory (PSS) of ' +
      'all processes of the server. Medians over rounds, and the ratio to the first server.',
    servers: 'servers of this workspace, as server-async',
    server: "another server, as 'command {port}' or 'name=command {port}'; may be repeated",
    connections: 'open at a time',
    inFlight: 'messages sent and not answered yet, a connection',
    size: 'bytes of a message, at least 8',
    mode: '"message": connections stay open; "connect": each message has its own',
    rounds: 'how often each server is measured',
    duration: 'how long each time',
    messages: 'how many messages each time, in place of --duration',
    warmup: 'load before, that is not counted',
    flags: "more flags for the servers of this workspace, as '--workers 2'",
    baseline: 'the server that the others are held against (default: the first)',
    pin: 'keep the load on the last CPU and the servers on the others (taskset)',
    json: 'write one JSON object to stdout',
  },
};
