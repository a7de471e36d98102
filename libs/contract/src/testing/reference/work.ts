import { pbkdf2Sync } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { broken } from './quirks.ts';

export type Work = (message: Uint8Array) => void | Promise<void>;

export async function loadWork(spec: string): Promise<Work | undefined> {
  const [kind, ...rest] = spec.split(':');
  const argument = rest.join(':');
  switch (kind) {
    case 'sleep':
      return () => new Promise((resolve) => setTimeout(resolve, parseFloat(argument)));
    case 'hash':
      if (broken('no-hash')) return () => Promise.reject(new Error('no hash here'));
      return (message) => void pbkdf2Sync(message, 'salt', Number(argument), 32, 'sha256');
    case 'module':
      return ((await import(pathToFileURL(argument).href)) as { default: Work }).default;
    default:
      return undefined;
  }
}
