import { Command } from 'commander';
import { type Language, languageAsked, runCommandLine } from '#command-line';

/** Each in its folder, and loaded when it is asked for. */
const commands: readonly (readonly [name: string, load: () => Promise<Command>])[] = [
  ['run', async () => (await import('./run/run.ts')).runCommand],
  ['report', async () => (await import('./report/report.ts')).reportCommand],
  ['advise', async () => (await import('./advise/advise.ts')).adviseCommand],
  ['bench', async () => (await import('./bench/bench.ts')).benchCommand],
  ['compare', async () => (await import('./compare/compare.ts')).compareCommand],
  ['compare:page', async () => (await import('./compare/page.ts')).pageCommand],
  ['verify', async () => (await import('./verify/verify.ts')).verifyCommand],
  ['measure', async () => (await import('./measure/measure.ts')).measureCommand],
];
const named = commands.filter(([name]) => name === process.argv[2]);

const description: Readonly<Record<Language, string>> = {
  en: 'runs experiments with echo servers, measures them, and holds them to their contract',
  'pt-BR': 'faz experimentos com servidores de eco, mede quanto custam e verifica se cumprem o contrato',
};
const program = new Command('lab').description(description[languageAsked(process.argv, process.env)]);
// Without a command's name it is about all of them: help, or a name that does not exist.
for (const [, load] of named.length > 0 ? named : commands) program.addCommand(await load());
await runCommandLine(program);
