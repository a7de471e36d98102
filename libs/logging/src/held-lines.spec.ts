import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LogEvent } from './events.ts';
import { HeldLines } from './held-lines.ts';
import { printable } from './printable.ts';

const peer = '127.0.0.1:54321';
const ended = { event: 'ended', messages: 0, lasted: 1 } as const;
const begins = [{ event: 'accepted' }, { event: 'serving', waited: 0 }] as const;

/** What is held and what is written, a line for each event: its name and its connection. */
class Lines {
  readonly written: string[] = [];
  readonly held = new HeldLines((line) => this.written.push(line));

  say(connection: number, ...events: readonly object[]): void {
    for (const some of events) {
      const event = { ...some, connection, peer } as LogEvent;
      this.held.add(printable(event), `${event.event} ${connection}`);
    }
  }
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('HeldLines', () => {
  test.each([
    ['ends', { ...ended, bytes: 0 }],
    ['resets', { event: 'reset', code: 'ECONNRESET', bytes: 0 }],
  ])('HeldLines says nothing of a connection that %s at once without a byte', (_, end) => {
    const lines = new Lines();
    lines.say(1, ...begins, end);
    jest.advanceTimersByTime(1_000);
    expect(lines.written).toEqual([]);
  });

  test.each([
    ['sends a message', { event: 'received', message: Buffer.from('oi') }],
    ['waits for its turn', { event: 'waiting', ahead: 1 }],
    ['is timed out', { event: 'timed-out', after: 10 }],
    ['sends a byte and ends', { ...ended, bytes: 1 }],
    ['sends a byte and resets', { event: 'reset', code: 'ECONNRESET', bytes: 1 }],
  ])('HeldLines says at once, and in order, of a connection that %s', (_, event) => {
    const lines = new Lines();
    lines.say(1, ...begins);
    expect(lines.written).toEqual([]);
    lines.say(1, event);
    expect(lines.written).toEqual(['accepted 1', 'serving 1', `${event.event} 1`]);
  });

  test('HeldLines says of a connection that stays silent that it is there, after 100 ms, and then of its end', () => {
    const lines = new Lines();
    lines.say(1, ...begins);
    jest.advanceTimersByTime(60);
    lines.say(2, ...begins);
    jest.advanceTimersByTime(60);
    expect(lines.written).toEqual(['accepted 1', 'serving 1']);
    jest.advanceTimersByTime(60);
    lines.say(1, { ...ended, bytes: 0 });
    expect(lines.written).toEqual(['accepted 1', 'serving 1', 'accepted 2', 'serving 2', 'ended 1']);
  });

  test('HeldLines says of a client that waited, served later, what happens as it happens', () => {
    const lines = new Lines();
    lines.say(1, { event: 'accepted' }, { event: 'waiting', ahead: 1 });
    lines.say(1, { event: 'serving', waited: 500 }, { ...ended, bytes: 0 });
    expect(lines.written).toEqual(['accepted 1', 'waiting 1', 'serving 1', 'ended 1']);
  });

  test('HeldLines holds nothing else back', () => {
    const lines = new Lines();
    lines.held.add(printable({ event: 'draining', cause: 'SIGTERM' }), 'draining');
    lines.say(1, { event: 'refused', limit: 1, refused: 1 });
    expect(lines.written).toEqual(['draining', 'refused 1']);
  });

  test('HeldLines judges nobody before what came during a stall of our own is read', () => {
    const lines = new Lines();
    lines.say(1, ...begins);
    jest.advanceTimersToNextTimer(); // The timer is due, and the immediate behind it is not.
    lines.say(1, { ...ended, bytes: 0 });
    jest.advanceTimersByTime(1_000);
    expect(lines.written).toEqual([]);
  });
});

describe('HeldLines of two threads', () => {
  const handedOver = (): { main: Lines; thread: Lines; take: () => void } => {
    const [main, thread] = [new Lines(), new Lines()];
    main.say(1, { event: 'accepted' }, { event: 'handed-over', to: 2 });
    const untold = main.held.share(1);
    return {
      main,
      thread,
      take: () => {
        if (untold !== undefined) thread.held.take(1, untold);
        thread.say(1, { event: 'serving', waited: 1 });
      },
    };
  };

  test('HeldLines leaves what it held to the thread that takes the connection', () => {
    const { main, thread, take } = handedOver();
    take();
    thread.say(1, { event: 'received', message: Buffer.from('oi') });
    jest.advanceTimersByTime(1_000);
    expect(thread.written).toEqual(['accepted 1', 'handed-over 1', 'serving 1', 'received 1']);
    expect(main.written).toEqual([]);
  });

  test('HeldLines says nothing in either thread of a connection that leaves at once without a byte', () => {
    const { main, thread, take } = handedOver();
    take();
    thread.say(1, { ...ended, bytes: 0 });
    jest.advanceTimersByTime(1_000);
    expect([...main.written, ...thread.written]).toEqual([]);
  });

  test('HeldLines says it in time where the thread hangs, and then once', () => {
    const { main, thread, take } = handedOver();
    jest.advanceTimersByTime(200);
    expect(main.written).toEqual(['accepted 1', 'handed-over 1']);
    take();
    expect(thread.written).toEqual(['serving 1']);
  });

  test('HeldLines says it where it could not be handed over', () => {
    const { main } = handedOver();
    main.say(1, { event: 'not-handed-over', code: 'ERR' });
    expect(main.written).toEqual(['accepted 1', 'handed-over 1', 'not-handed-over 1']);
  });
});
