import { expect, test } from '@jest/globals';
import { type Approach, approaches } from '#approaches';
import { concernLines, runtimeLines } from './concern-lines.ts';

function approach(name: string): Approach {
  const found = approaches().find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

test.each([
  ['server-serial', 'await serveConnection('],
  ['server-async', 'void serveConnection('],
])('concernLines() has how %s accepts', (name, call) => {
  const lines = concernLines(approach(name), 'accept');
  expect(lines.map(({ place }) => place)).toEqual([expect.stringMatching(`^apps/${name}/src/model\\.ts:\\d+–\\d+$`)]);
  expect(lines[0]?.code).toMatch(/^\S/);
  expect(lines[0]?.code).toContain(call);
});

test('concernLines() says which concerns there are where it is asked for another', () => {
  expect(() => concernLines(approach('server-serial'), 'accpet')).toThrow('there is no concern accpet; it is one of bind, accept, ');
});

test('concernLines() says what it does not find', () => {
  const serial: Approach = { ...approach('server-serial'), workers: 'processes' };
  expect(() => concernLines(serial, 'accept')).toThrow('server-serial: accept: found no a call of serveAll() in worker.ts; see ');
});

test('runtimeLines() has a method of the runtime', () => {
  const { place, code } = runtimeLines('Connection.read');
  expect(place).toMatch(/^libs\/server-runtime\/src\/[\w-]+\.ts:\d+–\d+$/);
  expect(code).toMatch(/\bread\(/);
});
