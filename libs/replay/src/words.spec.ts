import { expect, test } from '@jest/globals';
import { replayCatalogues } from './catalogue.ts';
import { momentsOf } from './moments.ts';
import { wordsFor } from './words.ts';

const lane = (name: string, server?: string) => [
  { lane: name, server, phase: 'waiting', from: 1, to: 302.14 },
  { lane: name, server, phase: 'served', from: 302.14, to: 603.2 },
];

test('wordsFor() says when, who and what', () => {
  const english = wordsFor(replayCatalogues.en, 603.2);
  expect(momentsOf(lane('client 2', 'server-serial')).map(english.moment)).toEqual([
    '1.0 ms: client 2 on server-serial: waiting begins',
    '302.1 ms: client 2 on server-serial: waiting ends, served begins',
    '603.2 ms: client 2 on server-serial: served ends',
  ]);
  const portuguese = wordsFor(replayCatalogues['pt-BR'], 603.2);
  expect(momentsOf(lane('cliente 2')).map(portuguese.moment)[1]).toBe(
    '302,1 ms: cliente 2: termina “waiting”, começa “served”',
  );
});

test('wordsFor() names those together in whom the same happens', () => {
  const moments = momentsOf([...lane('client 1', 'server-async'), ...lane('client 1', 'server-threads')]);
  expect(moments.map(wordsFor(replayCatalogues.en, 603.2).moment)[0]).toBe(
    '1.0 ms: client 1 on server-async and client 1 on server-threads: waiting begins',
  );
});

test('wordsFor() writes times as finely as the timeline is long', () => {
  expect([2, 20, 200, 2000].map((lasted) => wordsFor(replayCatalogues.en, lasted).time(1.23456))).toEqual([
    '1.235 ms', '1.23 ms', '1.2 ms', '1.2 ms',
  ]);
});

test('wordsFor() says a rate as a factor of real time', () => {
  expect([2, 0, -3, -10].map(wordsFor(replayCatalogues.en, 2).rate)).toEqual([
    '5 times real time', 'real time', '1/10 of real time', '1/2,000 of real time',
  ]);
  expect(wordsFor(replayCatalogues['pt-BR'], 2).rate(-10)).toBe('1/2.000 do tempo real');
});
