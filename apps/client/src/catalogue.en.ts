import { escapeBytes, formatDuration, type Sentences } from '#command-line';
import { addressOf, startCommand } from './address.ts';
import { difference } from './difference.ts';
import type { Failure } from './failure.ts';

const failure: Sentences<Failure> = {
  refused: (target) => {
    const start = startCommand(target);
    const advice = start === undefined ? 'check --host and --port' : `start one with: ${start}`;
    return `connection refused: nothing is listening on ${addressOf(target)}; ${advice}`;
  },
  unreachable: (target) => `unreachable: no way leads to ${addressOf(target)}; check --host and the network`,
  'host-not-found': ({ host }) => `host not found: nobody knows ${host}; check --host`,
  'connect-failed': (failure) =>
    `could not connect to ${addressOf(failure)}: ${failure.reason}; check --host and --port`,
  'connect-timeout': (failure) =>
    `timed out: no connection to ${addressOf(failure)} within ${formatDuration(failure.after)}; check --host ` +
      `and --port, or give it longer with --timeout`,
  'reply-timeout': ({ after, received }) =>
    `timed out: ${received === 0 ? 'no reply' : `no whole reply (${received} bytes came)`} within ` +
      `${formatDuration(after)}; the server may be busy with another client, or want ` +
      `--framing line: wait longer with --timeout`,
  'cut-off': ({ reset, received, expected }) =>
    received === 0
      ? `cut off: the server ${reset ? 'reset' : 'closed'} the connection instead of replying; its log says why`
      : `cut off: the server ${reset ? 'reset' : 'closed'} the connection in mid-reply, after ${received} of ` +
        `${expected} bytes; its log says why`,
  closed: ({ reset }) => `the server ${reset ? 'reset' : 'closed'} the connection; start the client again to go on`,
  'wrong-reply': ({ expected, got }) => {
    if (expected.length === 0) {
      return `wrong reply: "${escapeBytes(got.subarray(0, 40))}" came unasked; is this an echo server?`;
    }
    const part = difference(expected, got);
    return `wrong reply from byte ${part.at} on: expected "${part.expected}", got "${part.got}"; is this an ` +
      `echo server, and --framing the same on both sides?`;
  },
  'server-error': ({ line }) => escapeBytes(line),
  'not-utf8': ({ message }) =>
    `the message "${escapeBytes(message.subarray(0, 40))}" is not valid UTF-8, and was not sent; messages are text in UTF-8`,
  'line-too-long': ({ limit }) => `a line of the input is longer than ${limit} bytes; cut it into shorter lines`,
};

/** Everything that the client says to a person. */
export const english = {
  failure,
  times: {
    connect: 'connect',
    firstByte: 'first byte',
    whole: 'whole reply',
    total: 'total',
    spread: (mean: string, max: string): string => `mean ${mean}, at most ${max}`,
    messages: (count: number): string => `${count} messages`,
    pieces: (count: number): string => `the server read the message in ${count} pieces and answered each`,
  },
  skipped: (count: number): string =>
    `${count} empty ${count === 1 ? 'line' : 'lines'} not sent: with --framing chunk an empty message is no ` +
      `bytes at all`,
  prompt: {
    welcome: (address: string): string => `connected to ${address}; each line is a message, Ctrl-D ends`,
  },
  help: {
    description:
      'Sends messages to an echo server, checks each reply byte for byte and says how long it took. Without ' +
        'messages it sends the lines of its input, or asks at a terminal.',
    messages: 'sent in order on one connection, each after the reply to the one before',
    host: 'the server',
    port: 'its port',
    framing: 'what a message is: "chunk", what one read delivers; "line", up to LF (must be the server\'s)',
    hold: 'keep the connection open that long after the last reply',
    repeat: 'send the messages N times over (of a pipe or at the prompt, each line N times)',
    timeout: 'the longest wait for the connection and for each reply, or "off"',
    lang: 'the language',
    json: 'write one JSON object with the replies and times to stdout',
    help: 'show this help',
    byDefault: 'default',
  },
  usage: {
    port: 'a port is a number from 1 to 65535',
    duration: 'a duration is a number with a unit, as 250ms, 2s, 1m',
    durationOrOff: 'a duration is a number with a unit, as 250ms, 2s, 1m, or "off"',
    count: 'it is a whole number of at least 1',
    oneOf: (choices: readonly string[]): string => `it is one of ${choices.join(', ')}`,
    invalid: (name: string, value: string, reason: string): string => `${name} cannot be "${value}": ${reason}`,
    unknownOption: (name: string): string => `there is no option ${name}`,
    missingValue: (name: string): string => `${name} needs a value`,
    emptyMessage: 'MESSAGE is empty: with --framing chunk an empty message is no bytes at all; use --framing line',
    lineInMessage: (message: string): string =>
      `MESSAGE "${message}" has a line break, which ends a message with --framing line; send its lines one by one`,
    seeHelp: '--help shows the options',
  },
};
