import { Command } from 'commander';
import { measureCommand } from './measure.ts';
import { verifyCommand } from './verify.ts';

await new Command('lab')
  .description('measures echo servers and holds them to their contract')
  .addCommand(verifyCommand)
  .addCommand(measureCommand)
  .parseAsync();
