import { join } from 'node:path';
import { type Exit, Session } from '#machine';

/** The live page's server, as a person starts it. */
export class LiveProcess {
  readonly session: Session;
  #url = '';
  #stdout = '';

  private constructor(session: Session) {
    this.session = session;
  }

  static async start(...flags: readonly string[]): Promise<LiveProcess> {
    const ready = Promise.withResolvers<string>();
    const session = new Session([process.execPath, join(import.meta.dirname, '../main.ts'), '--port', '0', ...flags], {
      env: { LC_ALL: 'C' },
      onLine: (line) => {
        live.#stdout += `${line}\n`;
        const [url] = /http:\S+/.exec(line) ?? [];
        if (url !== undefined) ready.resolve(url);
      },
    });
    const live = new LiveProcess(session);
    const ended = session.exited.then(() => {
      throw new Error(`it ended before it listened: ${session.stderr}`);
    });
    live.#url = await Promise.race([ready.promise, ended]);
    return live;
  }

  get url(): string {
    return this.#url;
  }

  get stdout(): string {
    return this.#stdout;
  }

  /** The token of its page. */
  async token(): Promise<string> {
    const [, token = ''] = /&quot;token&quot;:&quot;([\w-]+)&quot;/.exec(await (await fetch(this.#url)).text()) ?? [];
    return token;
  }

  async order(order: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await this.token()}` };
    return fetch(new URL('/do', this.#url), { method: 'POST', headers, body: JSON.stringify(order) });
  }

  /** How it ends at a signal. */
  async end(signal: NodeJS.Signals): Promise<Exit> {
    this.session.signal(signal);
    return this.session.exited;
  }
}
