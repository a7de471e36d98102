import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Language, parseDuration } from '#command-line';
import { type Flag, refused } from './flag.ts';
import { messages } from './messages.ts';
import { ServerError } from './server-error.ts';

/** The service time of a message, on the thread that serves its connection. Looks at the message and doesn't write. */
export type Work = (message: Uint8Array) => void | Promise<void>;

type Plan =
  | { readonly kind: 'none' }
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: 'hash'; readonly rounds: number }
  | { readonly kind: 'module'; readonly path: string };

interface WorkOptions {
  readonly work: Plan;
  readonly lang: Language;
}

export const workFlag: Flag<Plan> = {
  read: (text) => plan(text) ?? refused,
  expects: {
    en: 'none, sleep:TIME, hash:ROUNDS or module:PATH',
    'pt-BR': 'none, sleep:TEMPO, hash:ITERAÇÕES ou module:CAMINHO',
  },
  placeholder: 'WORK',
  default: 'none',
  help: {
    en: 'service time of a message: none, sleep:20ms (waiting), hash:1000 (computing), module:PATH (your own)',
    'pt-BR': 'tempo de serviço da mensagem: none, sleep:20ms (espera), hash:1000 (cálculo), module:CAMINHO (o seu)',
  },
};

function plan(spec: string): Plan | undefined {
  if (spec === 'none') return { kind: 'none' };
  const [, kind, value = ''] = /^(sleep|hash|module):(.+)$/s.exec(spec) ?? [];
  if (kind === 'sleep') {
    const ms = parseDuration(value);
    return ms === undefined ? undefined : { kind, ms };
  }
  if (kind === 'hash') return /^[1-9]\d{0,8}$/.test(value) ? { kind, rounds: Number(value) } : undefined;
  return kind === 'module' ? { kind, path: value } : undefined;
}

/**
 * The work that `--work` asks for; undefined for none, so that a server without work pays nothing for it.
 *
 * @throws ServerError `BAD_WORK_MODULE` where the module cannot be loaded or exports no function
 */
export async function loadWork({ work, lang }: WorkOptions): Promise<Work | undefined> {
  switch (work.kind) {
    case 'none':
      return undefined;
    case 'sleep':
      return () => sleep(work.ms);
    case 'hash': {
      // Loaded here, because it takes a tenth of the time in which a server without it starts.
      const { pbkdf2Sync } = await import('node:crypto');
      // Not the asynchronous form: it computes in libuv's pool and would make an event loop look parallel.
      return (message) => void pbkdf2Sync(message, 'echo-lab', work.rounds, 32, 'sha256');
    }
    case 'module':
      return loadModule(work.path, lang);
  }
}

async function loadModule(path: string, lang: Language): Promise<Work> {
  try {
    const module = (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown };
    if (typeof module.default !== 'function') throw new TypeError('it has no default export that is a function');
    const work = module.default as Work;
    // A copy: the message is a view into the reply, and a stranger may write into it.
    return (message) => work(Buffer.from(message));
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    throw new ServerError('BAD_WORK_MODULE', messages[lang].badWorkModule(path, why), { cause: error });
  }
}
