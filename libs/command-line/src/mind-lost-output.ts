import { writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { ExitCode } from './exit-code.ts';
import { languageAsked } from './language.ts';

/**
 * Has a command go on where what it writes is lost, in place of ending with a stack trace: what it finds still goes
 * to its files and its exit code. A reader who left, as `head` does, has had what it wanted; a full disk is said so, and
 * the exit code is 1.
 *
 * @param onLost for one that has nothing to go on for; with the exit code
 */
export function mindLostOutput(onLost: (code: number) => void = () => undefined): void {
  let said = false;
  for (const stream of [process.stdout, process.stderr]) {
    writeWhole(stream);
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') {
        if (stream === process.stdout) onLost(ExitCode.done);
        return;
      }
      if (said) return;
      said = true;
      // Of stderr there is nowhere left to say it.
      if (stream === process.stdout) process.stderr.write(`${sentence(error)}\n`);
      process.once('exit', () => {
        process.exitCode ||= ExitCode.failed;
      });
      onLost(ExitCode.failed);
    });
  }
}

function sentence({ code, message }: NodeJS.ErrnoException): string {
  const why = code ?? message;
  const sentences = { en: `the output could not be written (${why}).`, 'pt-BR': `não foi possível escrever a saída (${why}).` };
  return sentences[languageAsked(process.argv, process.env)];
}

/**
 * Node's stream for a file calls write(2) once and takes no notice of how much was written, so that the end of what was
 * written to a disk that fills up would be lost in silence (Node 26.10, lib/internal/fs/sync_write_stream.js).
 */
function writeWhole(stream: Writable & { readonly fd: number }): void {
  if (stream instanceof Socket) return;
  stream._write = (chunk: Uint8Array, _encoding, done) => {
    try {
      writeFileSync(stream.fd, chunk);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
}
