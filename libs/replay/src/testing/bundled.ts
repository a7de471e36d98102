import { buildSync } from 'esbuild';

/**
 * A page's own code, as it is bundled.
 *
 * @throws Error where it asks for a module of Node
 */
export function bundled(code: string): string {
  const stdin = { contents: code, resolveDir: import.meta.dirname };
  const { outputFiles } = buildSync({ stdin, bundle: true, platform: 'browser', write: false, logLevel: 'silent' });
  return outputFiles[0]?.text ?? '';
}
