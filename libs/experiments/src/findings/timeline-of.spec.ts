import { describe, expect, test } from '@jest/globals';
import type { Trace, Visit } from '#record';
import { clientLabel } from '../clients/client-label.ts';
import { timelineOf } from './timeline-of.ts';

const title = { en: 'A title', 'pt-BR': 'Um título' };
const visit: Visit = {
  label: clientLabel(1),
  started: 0,
  connected: 1,
  sent: 2,
  firstByte: 5,
  replied: 6,
  ended: 9,
  closed: 10,
  outcome: 'ok',
};

const trace = (clients: Visit[], events: Trace['events'] = []): Trace => ({ server: 'server-x', command: 'x', clients, events });

describe('timelineOf()', () => {
  test('draws a client from connecting to closing', () => {
    const { lanes, server, lasted } = timelineOf(trace([visit]), title);
    expect({ server, lasted }).toEqual({ server: 'server-x', lasted: 10 });
    expect(lanes).toEqual([
      {
        side: 'client',
        label: { en: 'client 1', 'pt-BR': 'cliente 1' },
        spans: [
          { phase: 'connecting', from: 0, to: 1 },
          { phase: 'waiting', from: 2, to: 5 },
          { phase: 'served', from: 5, to: 9 },
          { phase: 'closing', from: 9, to: 10 },
        ],
      },
    ]);
  });

  test('draws a client that never got a byte as waiting until its connection closed', () => {
    const refused: Visit = { label: clientLabel(2), started: 0, connected: 1, sent: 2, closed: 8, outcome: 'timed-out' };
    expect(timelineOf(trace([refused]), title).lanes[0]?.spans).toEqual([
      { phase: 'connecting', from: 0, to: 1 },
      { phase: 'waiting', from: 2, to: 8 },
    ]);
  });

  test('draws a client that never was connected as connecting until it gave up', () => {
    const refused: Visit = { label: clientLabel(3), started: 1, closed: 4, outcome: 'ECONNREFUSED' };
    expect(timelineOf(trace([refused]), title).lanes[0]?.spans).toEqual([{ phase: 'connecting', from: 1, to: 4 }]);
  });

  test('draws beneath what the server said, with the worker where there is one', () => {
    const events = [
      { event: 'accepted', at: 1, peer: 'a' },
      { event: 'serving', at: 3, peer: 'a', worker: 2 },
      { event: 'serving', at: 4, peer: 'b' },
      { event: 'ended', at: 8, peer: 'b' },
      { event: 'ended', at: 12, peer: 'a' },
    ];
    const { lanes, lasted } = timelineOf(trace([visit], events), title);
    expect(lasted).toBe(12);
    expect(lanes.slice(1)).toEqual([
      {
        side: 'server',
        label: { en: 'worker 2 · connection 1', 'pt-BR': 'worker 2 · conexão 1' },
        spans: [
          { phase: 'waiting', from: 1, to: 3 },
          { phase: 'served', from: 3, to: 12 },
        ],
      },
      {
        side: 'server',
        label: { en: 'connection 2', 'pt-BR': 'conexão 2' },
        spans: [
          { phase: 'waiting', from: 4, to: 4 },
          { phase: 'served', from: 4, to: 8 },
        ],
      },
    ]);
  });

  test('is empty where nothing happened', () => {
    expect(timelineOf(trace([]), title)).toMatchObject({ lasted: 0, lanes: [] });
  });
});
