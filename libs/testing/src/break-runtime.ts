/** Loaded before a server: puts a bug into the runtime that it loads; see `brokenRuntime()`. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Breakable } from './broken-runtime.ts';

/** In which file, and before which of its lines, the bug is put. */
const places: Readonly<Record<Breakable, { readonly file: string; readonly line: string }>> = {
  read: { file: '/server-runtime/src/chunk-reader.ts', line: 'const chunk = this.#unasked.shift();' },
  accept: { file: '/server-runtime/src/acceptor.ts', line: 'if (connection !== undefined) yield connection;' },
};
const bugs: Readonly<Record<Breakable, string>> = {
  read: "throw new Error('a bug');",
  accept: "if (connection !== undefined) throw new Error('a bug');",
};

const where: Breakable = process.env['BREAK_RUNTIME'] === 'accept' ? 'accept' : 'read';
const { file, line } = places[where];

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(file)) return loaded;
    const text = readFileSync(fileURLToPath(url), 'utf8');
    if (!text.includes(line)) throw new Error(`${file} has no line ${line} any more`);
    return { ...loaded, source: text.replace(line, `${bugs[where]} ${line}`) };
  },
});
