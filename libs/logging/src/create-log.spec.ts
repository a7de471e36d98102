import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { catalogues } from './catalogue.ts';
import { createLog, logFormats, type LogOptions } from './create-log.ts';
import type { LogEvent } from './events.ts';
import { sampleEvents } from './fixtures/sample-events.ts';
import type { LineSink } from './line-sink.ts';
import { eventLevels, logLevels } from './log-level.ts';
import type { Log } from './log.ts';

interface Memory extends LineSink {
  readonly lines: string[];
  lose(lines: number): void;
}

function memory(terminal = false): Memory {
  const lines: string[] = [];
  let describe: (lines: number) => string = () => '';
  return {
    terminal,
    lines,
    write: (line) => lines.push(line),
    describeLoss: (loss) => (describe = loss),
    lose: (lost) => lines.push(describe(lost)),
  };
}

function setUp(options: Partial<LogOptions> = {}, terminal = false): { log: Log; lines: string[]; sink: Memory } {
  const sink = memory(terminal);
  const counts = (): { active: number; waiting: number } => ({ active: 1, waiting: 5 });
  const log = createLog({ level: 'debug', format: 'pretty', language: 'en', counts, destination: sink, ...options });
  return { log, lines: sink.lines, sink };
}

const samples = Object.values(sampleEvents('127.0.0.1:54321'));
const spoken = samples.filter(({ event }) => event !== 'listening');
const accepted: LogEvent = { event: 'accepted', connection: 3, peer: '127.0.0.1:54321' };
const line = (options: Partial<LogOptions>, event: LogEvent): string => {
  const { log, lines } = setUp(options);
  log.emit(event);
  return lines.join('');
};

describe('createLog() at a level', () => {
  test.each(logLevels)('%s writes what is of that level or above, and listening always', (level) => {
    const { log, lines } = setUp({ level, format: 'json' });
    for (const event of samples) log.emit(event);

    const from = logLevels.indexOf(level);
    expect(lines.map((json) => (JSON.parse(json) as LogEvent).event)).toEqual(
      samples
        .map(({ event }) => event)
        .filter((event) => event === 'listening' || logLevels.indexOf(eventLevels[event]) >= from),
    );
  });

  test('info is debug where a connection is to be quiet, and warn is warn', () => {
    const quiet = { connection: 3, peer: 'peer', quiet: true } as const;
    const events: readonly LogEvent[] = [
      { event: 'accepted', ...quiet },
      { event: 'bad-header', fault: 'cut', ...quiet },
      { event: 'replied', messages: 1, bytes: 7, ...quiet },
    ];
    const said = (level: LogOptions['level']): unknown[] => {
      const { log, lines } = setUp({ level, format: 'json' });
      for (const event of events) log.emit(event);
      return lines.map((json) => JSON.parse(json) as unknown);
    };
    expect(said('info')).toMatchObject([{ level: 'warn', event: 'bad-header' }]);
    expect(said('debug')).toMatchObject([
      { level: 'debug', event: 'accepted' },
      { level: 'warn', event: 'bad-header' },
      { level: 'debug', event: 'replied' },
    ]);
    expect(JSON.stringify(said('debug'))).not.toContain('quiet');
  });

  test('says once whether messages and replies are written', () => {
    const asked = logLevels.map((level) => setUp({ level }).log).map(({ messages, replies }) => [messages, replies]);
    expect(asked).toEqual([[true, true], [true, false], [false, false], [false, false], [false, false]]);
  });

  test('warn does no work for a message, not even looks at it', () => {
    let touched = 0;
    const untouchable = {
      event: 'received' as const,
      connection: 1,
      peer: 'peer',
      get message(): Uint8Array {
        touched += 1;
        throw new Error('touched');
      },
    };
    const counts = (): never => {
      touched += 1;
      throw new Error('counted');
    };
    const { log, lines } = setUp({ level: 'warn', counts });
    log.emit(untouchable);
    expect([touched, lines]).toEqual([0, []]);

    // The same event at info is touched, so the getter would have told.
    expect(() => {
      setUp({ level: 'info' }).log.emit(untouchable);
    }).toThrow('touched');
  });

  test.each([
    ['debug', ['accepted', 'serving', 'ended']],
    ['info', []],
  ] as const)('%s has of a probe %j', (level, names) => {
    const about = { connection: 3, peer: '127.0.0.1:54321' };
    const { log, lines } = setUp({ level, format: 'json' });
    log.emit({ event: 'accepted', ...about });
    log.emit({ event: 'serving', waited: 0, ...about });
    log.emit({ event: 'ended', messages: 0, bytes: 0, lasted: 1, ...about });
    expect(lines.map((json) => (JSON.parse(json) as LogEvent).event)).toEqual(names);
  });

  test('silent still says how many lines were lost', () => {
    const { sink, lines } = setUp({ level: 'silent' });
    sink.lose(12);
    expect(lines).toEqual([expect.stringMatching(/Server: 12 log lines could not be written/)]);
  });
});

describe('createLog() in json', () => {
  test('writes one object with level, both clocks, the event, its fields and the counts', () => {
    const before = process.hrtime.bigint();
    const text = line({ format: 'json' }, accepted);
    const { time, ns, ...rest } = JSON.parse(text) as Record<string, unknown>;

    expect(text.indexOf('\n')).toBe(text.length - 1);
    expect(rest).toEqual({ level: 'info', ...accepted, active: 1, waiting: 5 });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(ns).toBeGreaterThanOrEqual(Number(before));
    expect(ns).toBeLessThanOrEqual(Number(process.hrtime.bigint()));
  });

  test('names the worker where there is one', () => {
    expect(JSON.parse(line({ format: 'json', worker: 2 }, accepted))).toMatchObject({ worker: 2 });
  });

  test('gives a message as it may be shown, and its size', () => {
    const message = Buffer.from('\x1b[2Jé'.repeat(100));
    const received = line({ format: 'json' }, { event: 'received', connection: 1, peer: 'peer', message });
    expect(JSON.parse(received)).toMatchObject({
      message: expect.stringMatching(/^\\x1b\[2Jé.*… \(600 bytes\)$/) as unknown,
      bytes: 600,
    });
  });
});

describe('createLog() in pretty', () => {
  test('reads like the log of the report: the time, who, what', () => {
    const serving = { ...accepted, event: 'serving' as const, waited: 0.1 };
    expect(line({}, serving)).toMatch(
      /^\[\d\d:\d\d:\d\d\] Client 3 \(127\.0\.0\.1:54321\): being served \(1 active, 5 waiting\)\n$/,
    );
    expect(line({ language: 'pt-BR' }, { ...serving, waited: 1_310 })).toMatch(
      /^\[\d\d:\d\d:\d\d\] Cliente 3 \(127\.0\.0\.1:54321\): em atendimento, depois de esperar 1,31 s \(1 ativa, 5 em espera\)\n$/,
    );
  });

  test('writes the ready line bare and the same in every language, since programs wait for it', () => {
    for (const language of ['en', 'pt-BR'] as const) {
      const ready = (host: string): LogEvent => ({ event: 'listening', name: 'server-async', host, port: 5_000 });
      expect(line({ language, level: 'silent' }, ready('127.0.0.1'))).toBe('server-async listening on 127.0.0.1:5000\n');
      expect(line({ language, level: 'silent' }, ready('::1'))).toBe('server-async listening on [::1]:5000\n');
    }
  });

  test('names the worker that speaks and the one that is spoken of', () => {
    expect(line({ worker: 2 }, accepted)).toMatch(/\] Worker 2, client 3 \(/);
    expect(line({ worker: 2 }, { event: 'stopped', destroyed: 0 })).toMatch(/\] Worker 2: stopped\n$/);
    expect(line({}, { event: 'worker-hung', id: 4, after: 1_500 })).toMatch(/\] Worker 4: .* 1\.5 s/);
    expect(line({ language: 'pt-BR' }, { event: 'worker-hung', id: 4, after: 1_500 })).toMatch(/\] Worker 4: .* 1,5 s/);
  });

  test('puts a message last, so that it cannot pass for something else', () => {
    const message = Buffer.from('oi\n[16:45:23] Server: stopped');
    expect(line({}, { event: 'received', connection: 3, peer: 'peer', message })).toMatch(
      /\] Client 3 \(peer\): received: oi\\n\[16:45:23\] Server: stopped\n$/,
    );
  });

  test('has a sentence for every event in every language, and no two languages share one', () => {
    const afterSubject = (text: string): string => text.slice(text.indexOf(': '));
    const say = (language: 'en' | 'pt-BR'): string[] => spoken.map((event) => afterSubject(line({ language }, event)));
    const [english, portuguese] = [say('en'), say('pt-BR')];

    const names = spoken.map(({ event }) => event).sort();
    for (const { sentences } of Object.values(catalogues)) expect(Object.keys(sentences).sort()).toEqual(names);
    for (const [index, sentence] of english.entries()) {
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      expect(portuguese[index]).not.toMatch(/undefined|NaN|\[object/);
      expect(portuguese[index]).not.toBe(sentence);
    }
  });
});

describe('createLog() and colour', () => {
  const coloured = (options: Partial<LogOptions>, terminal: boolean): boolean => {
    const { log, lines } = setUp(options, terminal);
    for (const event of samples) log.emit(event);
    return lines.join('').includes('\x1b[');
  };
  const noColor = process.env['NO_COLOR'];
  beforeEach(() => {
    delete process.env['NO_COLOR'];
  });
  afterEach(() => {
    if (noColor === undefined) delete process.env['NO_COLOR'];
    else process.env['NO_COLOR'] = noColor;
  });

  test('colours at a terminal only, and never JSON', () => {
    expect(coloured({}, true)).toBe(true);
    expect(coloured({}, false)).toBe(false);
    expect(coloured({ format: 'json' }, true)).toBe(false);
  });

  test('honours NO_COLOR', () => {
    process.env['NO_COLOR'] = '1';
    expect(coloured({}, true)).toBe(false);
  });
});

describe('createLog() and hostile text', () => {
  // What costs most: ten bytes and more to show one character, in every field.
  const texts = ['\x1b[2J\n\u009b\u202e\0\x7f\\"', '\u{10ffff}'.repeat(1_000), '\\'.repeat(1_000), '"'.repeat(1_000)];

  test.each(logFormats)('%s: one line an event, below PIPE_BUF, without a control character', (format) => {
    for (const language of ['en', 'pt-BR'] as const) {
      for (const event of texts.flatMap((text) => Object.values(sampleEvents(text)))) {
        const text = line({ format, language, worker: 2 }, event);
        expect(Buffer.byteLength(text)).toBeLessThan(4_096);
        expect(text).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]+\n$/u);
      }
    }
  });
});
