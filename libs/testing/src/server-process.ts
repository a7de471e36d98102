import { afterEach } from '@jest/globals';
import { Session } from '#machine';
import { Peer } from './peer.ts';

const started: ServerProcess[] = [];

// A test that fails, or waits in vain, leaves no process behind either.
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.end()));
});

/** One line of the log. */
export type Line = Readonly<Record<string, unknown>>;

/** A server as a person starts it, in a process of its own, on a port of its own. Every wait is for a line of its log. */
export class ServerProcess {
  /** What it logged so far. */
  readonly lines: Line[] = [];
  /** Its exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  readonly #session: Session;
  readonly #looks = new Set<() => void>();
  readonly #peers: Peer[] = [];
  #stdout = '';
  #port = 0;
  #ended = false;

  /**
   * @param main the file that starts it
   * @param flags beyond those for a free port and a log that programs can read
   */
  constructor(main: string, flags: readonly string[], env: NodeJS.ProcessEnv = {}) {
    started.push(this);
    const own = ['--port', '0', '--log-format', 'json', '--framing', 'line'];
    this.#session = new Session([process.execPath, main, ...own, ...flags], {
      env: { LC_ALL: 'C', NO_COLOR: '1', ...env },
      onLine: (text) => {
        this.#stdout += `${text}\n`;
        if (text.startsWith('{')) this.lines.push(JSON.parse(text) as Line);
        this.#look();
      },
    });
    this.exited = this.#session.exited.then(({ code, signal }) => {
      this.#ended = true;
      this.#look();
      return signal ?? code;
    });
  }

  /** One that accepts connections. */
  static async start(main: string, flags: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> {
    const server = new ServerProcess(main, flags, env);
    const { port } = await server.said('listening');
    server.#port = Number(port);
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get pid(): number {
    return this.#session.pid;
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#session.stderr;
  }

  async connect(how: { readonly reads?: boolean } = {}): Promise<Peer> {
    const peer = await Peer.connect(this.#port, how);
    this.#peers.push(peer);
    return peer;
  }

  signal(name: NodeJS.Signals): void {
    this.#session.signal(name);
  }

  /** The lines of one event, of those with these fields. */
  all(event: string, fields: Line = {}): Line[] {
    const wanted = Object.entries({ event, ...fields });
    return this.lines.filter((line) => wanted.every(([key, value]) => line[key] === value));
  }

  /** Awaits an event with these fields, said for the `times`th time, before now or from now on. */
  said(event: string, fields: Line = {}, times = 1): Promise<Line> {
    return this.#until(() => this.all(event, fields)[times - 1], event);
  }

  /** Awaits the first line on stdout, and gives all that stands there by then. */
  printed(): Promise<string> {
    return this.#until(() => (this.#stdout === '' ? undefined : this.#stdout), 'a line');
  }

  /** Ends all of it, and every client. */
  async end(): Promise<void> {
    for (const peer of this.#peers) peer.socket.destroy();
    this.#session.kill();
    await this.#session.end();
  }

  #until<T>(look: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = look();
        if (found !== undefined) resolve(found);
        else if (this.#ended) reject(new Error(`it ended before it said ${what}: ${this.#stdout}${this.stderr}`));
        else return;
        this.#looks.delete(check);
      };
      this.#looks.add(check);
      check();
    });
  }

  #look(): void {
    for (const look of this.#looks) look();
  }
}
