import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { approaches, commandOf, workspaceRoot } from './approaches.ts';

test('approaches() finds the five in order, and what each says of itself', () => {
  const found = approaches().map(({ name, serves, workers }) => [name, serves, workers]);
  expect(found).toEqual(
    expect.arrayContaining([
      ['server-serial', 'serial', 'none'],
      ['server-async', 'overlapping', 'none'],
      ['server-reactive', 'overlapping', 'none'],
      ['server-cluster', 'overlapping', 'processes'],
      ['server-threads', 'overlapping', 'threads'],
    ]),
  );
  expect(found[0]).toEqual(['server-serial', 'serial', 'none']);
  expect(found.at(-1)?.[2]).toBe('threads');
});

test('commandOf() starts a server as nx serve does', () => {
  const nx = JSON.parse(readFileSync(join(workspaceRoot, 'nx.json'), 'utf8')) as {
    targetDefaults: { serve: { options: { args: string[] } } };
  };
  const [approach] = approaches();
  const served = nx.targetDefaults.serve.options.args.map((arg) => arg.replace('{projectRoot}', approach?.folder ?? ''));
  const [, ...args] = approach ? commandOf(approach, '--port', '0') : [];
  expect(args).toEqual([...served, '--port', '0']);
});
