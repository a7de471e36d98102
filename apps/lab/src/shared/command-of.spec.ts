import { expect, test } from '@jest/globals';
import { commandOf } from './command-of.ts';

test('commandOf() gives what a person would type, quoted where a shell needs it', () => {
  expect(commandOf(['node', 'main.ts', 'run'])).toBe('npm start');
  expect(commandOf(['node', 'main.ts', 'run', '--quick', '--server', 'c=nc {port}', '--author', "d'Arc"])).toBe(
    String.raw`npm start -- --quick --server 'c=nc {port}' --author 'd'\''Arc'`,
  );
});
