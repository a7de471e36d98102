import { ExitCode } from './exit-code.ts';
import { languageAsked } from './language.ts';

/**
 * Has a command go on where what it writes is lost, in place of ending with a stack trace: what it finds still goes
 * to its files and its exit code. A reader who left, as `head` does, has had what it wanted; a full disk is said so, and
 * the exit code is 1.
 */
export function mindLostOutput(): void {
  let said = false;
  process.stderr.on('error', () => undefined); // There is nowhere left to say it.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || said) return;
    said = true;
    const why = error.code ?? error.message;
    const sentences = { en: `the output could not be written (${why}).`, 'pt-BR': `não foi possível escrever a saída (${why}).` };
    process.stderr.write(`${sentences[languageAsked(process.argv, process.env)]}\n`);
    process.once('exit', () => {
      process.exitCode ||= ExitCode.failed;
    });
  });
}
