import { Command } from 'commander';
import { runCommandLine } from '#command-line';
import { adviseCommand } from './advise.ts';
import { benchCommand } from './bench.ts';
import { measureCommand } from './measure.ts';
import { reportCommand } from './report.ts';
import { runCommand } from './run.ts';
import { verifyCommand } from './verify.ts';

await runCommandLine(
  new Command('lab')
    .description('runs experiments with echo servers, measures them, and holds them to their contract')
    .addCommand(runCommand)
    .addCommand(reportCommand)
    .addCommand(adviseCommand)
    .addCommand(benchCommand)
    .addCommand(verifyCommand)
    .addCommand(measureCommand),
);
