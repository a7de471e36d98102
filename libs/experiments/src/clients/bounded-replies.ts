import { ExperimentError } from '../running/experiment-error.ts';

/** More than any server makes of a byte: read alone, it gets `Echo: `, a line's end, and a substitute of 3 bytes. */
const mostForByte = 16;

/** Room for one sentence of what went wrong. */
const mostForError = 1_024;

/** What comes back for so many bytes, whatever it is: a server that writes without end is not read from without end. */
export class BoundedReplies {
  readonly #most: number;
  readonly #came: Buffer[] = [];
  #bytes = 0;

  constructor(sent: number) {
    this.#most = sent * mostForByte + mostForError;
  }

  /** @returns why nothing more is to be read, where more came than can be a reply */
  add(chunk: Buffer): ExperimentError | undefined {
    this.#bytes += chunk.length;
    if (this.#bytes <= this.#most) {
      this.#came.push(chunk);
      return undefined;
    }
    return new ExperimentError({
      en: `the server broke the contract: it sent more than ${this.#most} bytes, which can be no reply to what it was sent`,
      'pt-BR': `o servidor descumpriu o contrato: enviou mais de ${this.#most} bytes, o que não pode ser resposta ao que recebeu`,
    });
  }

  get text(): string {
    return Buffer.concat(this.#came).toString();
  }
}
