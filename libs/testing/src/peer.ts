import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** How the far side ended the connection, if it did. */
export type Ending = 'open' | 'fin' | 'reset';

/** A client in raw bytes. It keeps what comes, and every wait is for something that comes. */
export class Peer {
  readonly socket: Socket;
  /** Resolves when nothing is left of the connection. */
  readonly closed: Promise<void>;
  #text = '';
  #ending: Ending = 'open';
  readonly #checks = new Set<() => void>();

  private constructor(socket: Socket, reads: boolean) {
    this.socket = socket;
    socket.setEncoding('utf8');
    if (reads) this.read();
    socket.on('error', () => {
      this.#end('reset');
    });
    socket.on('end', () => {
      this.#end('fin');
    });
    this.closed = new Promise((resolve) => {
      socket.on('close', () => {
        this.#end('reset');
        resolve();
      });
    });
  }

  /** @param reads false for one that does not read before `read()` */
  static async connect(port: number, { reads = true }: { readonly reads?: boolean } = {}): Promise<Peer> {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const peer = new Peer(socket, reads);
    await once(socket, 'connect');
    return peer;
  }

  /** All that has come. */
  get text(): string {
    return this.#text;
  }

  get ending(): Ending {
    return this.#ending;
  }

  read(): void {
    this.socket.on('data', (text: string) => {
      this.#text += text;
      this.#check();
    });
  }

  send(text: string): void {
    this.socket.write(text);
  }

  /** Sends one line and awaits its reply. */
  async exchange(line: string): Promise<void> {
    const expected = `${this.#text}Echo: ${line}\n`;
    this.send(`${line}\n`);
    await this.until(() => this.#text === expected);
  }

  /** Awaits the far side's FIN or reset, and gives all that came. */
  async untilEnded(): Promise<string> {
    await this.until(() => this.#ending !== 'open');
    return this.#text;
  }

  /** @throws Error when the connection ended without it */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (condition()) resolve();
        else if (this.#ending !== 'open') reject(new Error(`got ${JSON.stringify(this.#text)}, then ${this.#ending}`));
        else return;
        this.#checks.delete(check);
      };
      this.#checks.add(check);
      check();
    });
  }

  #end(ending: Ending): void {
    if (this.#ending === 'open') this.#ending = ending;
    this.#check();
  }

  #check(): void {
    for (const check of this.#checks) check();
  }
}
