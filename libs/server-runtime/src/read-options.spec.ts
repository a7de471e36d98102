import { availableParallelism } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { commonFlags } from './options.ts';
import { readOptions } from './read-options.ts';
import { HelpRequested, UsageError } from './usage-error.ts';
import { modelFlags } from './testing/model-flags.ts';

const read = (argv: readonly string[], env: NodeJS.ProcessEnv = {}): Readonly<Record<string, unknown>> => ({
  ...readOptions('server-test', modelFlags, argv, { LANG: 'C', ...env }),
});

/** What somebody is told who starts a server like this. */
function complaint(argv: readonly string[], env: NodeJS.ProcessEnv = {}, flags: Partial<typeof modelFlags> = modelFlags): string {
  try {
    readOptions('server-test', flags, argv, { LANG: 'C', ...env });
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'no complaint';
}

function help(...argv: readonly string[]): string {
  try {
    read([...argv, '--help']);
  } catch (error) {
    if (error instanceof HelpRequested) return error.text;
    throw error;
  }
  return 'no help';
}

test('readOptions() has a default for every flag', () => {
  expect(read([])).toEqual({
    host: '127.0.0.1',
    port: 5_000,
    backlog: 511,
    framing: 'chunk',
    work: { kind: 'none' },
    proxyProtocol: false,
    maxMessageBytes: 65_536,
    idleTimeout: undefined,
    drainTimeout: 10_000,
    drainDelay: undefined,
    drain: 'end',
    logLevel: 'info',
    logFormat: 'pretty',
    lang: 'en',
    workers: availableParallelism(),
    hangTimeout: 30_000,
    scheduling: 'none',
  });
});

test('readOptions() takes --proxy-protocol without a value, whatever follows it', () => {
  expect(read(['--proxy-protocol'])['proxyProtocol']).toBe(true);
  expect(read(['--proxy-protocol', '--port', '6000'])).toMatchObject({ proxyProtocol: true, port: 6_000 });
  expect(read(['--proxy-protocol'], { ECHO_PROXY_PROTOCOL: 'off' })['proxyProtocol']).toBe(true);
});

/** Each flag, its variable, two values and what they are read as, and one that is wrong. */
const cases = [
  ['--host', 'ECHO_HOST', 'host', ['::1', '::1'], ['localhost', 'localhost'], ''],
  ['--port', 'ECHO_PORT', 'port', ['0', 0], ['65535', 65_535], '65536'],
  ['--backlog', 'ECHO_BACKLOG', 'backlog', ['1', 1], ['8', 8], '0'],
  ['--framing', 'ECHO_FRAMING', 'framing', ['line', 'line'], ['chunk', 'chunk'], 'lines'],
  ['--work', 'ECHO_WORK', 'work', ['sleep:2s', { kind: 'sleep', ms: 2_000 }], ['none', { kind: 'none' }], 'sleep'],
  ['--read', 'ECHO_READ', 'read', ['stream', 'stream'], ['buffer', 'buffer'], 'callback'],
  ['--proxy-protocol', 'ECHO_PROXY_PROTOCOL', 'proxyProtocol', ['on', true], ['off', false], 'v2'],
  ['--max-connections', 'ECHO_MAX_CONNECTIONS', 'maxConnections', ['1', 1], ['50', 50], '0'],
  ['--max-message-bytes', 'ECHO_MAX_MESSAGE_BYTES', 'maxMessageBytes', ['1', 1], ['16', 16], '64k'],
  ['--idle-timeout', 'ECHO_IDLE_TIMEOUT', 'idleTimeout', ['250ms', 250], ['off', undefined], '0'],
  ['--drain-timeout', 'ECHO_DRAIN_TIMEOUT', 'drainTimeout', ['1m', 60_000], ['off', undefined], '-1s'],
  ['--drain-delay', 'ECHO_DRAIN_DELAY', 'drainDelay', ['5s', 5_000], ['off', undefined], 'soon'],
  ['--drain', 'ECHO_DRAIN', 'drain', ['finish', 'finish'], ['end', 'end'], 'wait'],
  ['--admin', 'ECHO_ADMIN', 'admin', ['localhost:1', { host: 'localhost', port: 1 }], ['[::1]:0', { host: '::1', port: 0 }], '9464'],
  ['--log-level', 'ECHO_LOG_LEVEL', 'logLevel', ['warn', 'warn'], ['silent', 'silent'], 'loud'],
  ['--log-format', 'ECHO_LOG_FORMAT', 'logFormat', ['json', 'json'], ['pretty', 'pretty'], 'xml'],
  ['--lang', 'ECHO_LANG', 'lang', ['pt-BR', 'pt-BR'], ['en', 'en'], 'pt'],
  ['--workers', 'ECHO_WORKERS', 'workers', ['1', 1], ['4', 4], '0'],
  ['--hang-timeout', 'ECHO_HANG_TIMEOUT', 'hangTimeout', ['500ms', 500], ['off', undefined], 'soon'],
  ['--scheduling', 'ECHO_SCHEDULING', 'scheduling', ['rr', 'rr'], ['none', 'none'], 'fair'],
] as const;

test('readOptions() cases are all flags that there are', () => {
  expect(cases.map(([, , key]) => key)).toEqual(Object.keys({ ...commonFlags, ...modelFlags }));
});

describe.each(cases)('readOptions() %s', (flag, variable, key, [first, firstRead], [second, secondRead], bad) => {
  const { expects } = { ...commonFlags, ...modelFlags }[key];

  test('comes from the command line, as two words or with =', () => {
    expect(read([flag, first])[key]).toEqual(firstRead);
    expect(read([`${flag}=${first}`])[key]).toEqual(firstRead);
  });

  test('comes from the environment', () => {
    expect(read([], { [variable]: first })[key]).toEqual(firstRead);
  });

  test('comes from the command line where the environment says otherwise', () => {
    expect(read([flag, second], { [variable]: first })[key]).toEqual(secondRead);
  });

  test('is named when its value is wrong, with what it needs', () => {
    expect(complaint([flag, bad])).toBe(`${flag} needs ${expects.en}, not "${bad}".`);
    expect(complaint([], { [variable]: bad })).toBe(`${variable} needs ${expects.en}, not "${bad}".`);
  });

  test('is named in Portuguese, too', () => {
    const portuguese = { LANG: 'pt_BR.UTF-8' };
    expect(complaint([flag, bad], portuguese)).toBe(`${flag} precisa de ${expects['pt-BR']}, e não de "${bad}".`);
    expect(complaint([], { ...portuguese, [variable]: bad })).toBe(
      `${variable} precisa de ${expects['pt-BR']}, e não de "${bad}".`,
    );
  });

  test('is named when its value is missing', () => {
    if ('bare' in { ...commonFlags, ...modelFlags }[key]) return; // It may be.
    expect(complaint([flag])).toBe(`${flag} needs a value.`);
    expect(complaint([flag], { LANG: 'pt_BR.UTF-8' })).toBe(`${flag} precisa de um valor.`);
  });
});

describe('readOptions()', () => {
  test('names a flag that no server has', () => {
    expect(complaint(['--prot', '1'])).toBe('there is no flag --prot. See --help.');
    expect(complaint(['--prot', '1', '--lang', 'pt-BR'])).toBe('a opção --prot não existe. Veja --help.');
  });

  test('names a flag that only another model has', () => {
    expect(complaint(['--workers', '2'], {}, {})).toBe('there is no flag --workers. See --help.');
    expect(complaint(['--scheduling=rr'], {}, {})).toContain('there is no flag --scheduling');
  });

  test("passes over the variable of another model's flag", () => {
    expect(complaint([], { ECHO_WORKERS: 'many' }, {})).toBe('no complaint');
  });

  test('names what is no flag at all', () => {
    expect(complaint(['6000'])).toBe('unexpected argument "6000".');
    expect(complaint(['6000'], { ECHO_LANG: 'pt-BR' })).toBe('argumento inesperado "6000".');
  });

  test.each([
    ['en', 'TCP echo server', 'default: 5000', 'workers that serve connections'],
    ['pt-BR', 'servidor de eco TCP', 'padrão: 5000', 'workers que atendem conexões'],
  ])('--help shows every flag in %s', (lang, description, port, workers) => {
    const text = help('--lang', lang);
    for (const [flag] of cases) expect(text).toMatch(new RegExp(`${flag} [<[]`));
    for (const words of [': server-test', description, port, workers]) expect(text).toContain(words);
  });
});
