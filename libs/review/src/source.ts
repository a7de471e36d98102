import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Approach, workspaceRoot } from '#approaches';
import ts from 'typescript';

/** A file of TypeScript, as text and as a tree. */
export interface Source {
  /** Within its folder, such as `model.ts`. */
  readonly name: string;
  /** Within the workspace, with `/`, such as `apps/server-async/src/model.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** What an approach is made of, its tests left out: the model first, then the far side of it, then the rest. */
export function sourcesOf({ folder }: Pick<Approach, 'folder'>): readonly Source[] {
  const order = ['model.ts', 'worker.ts'];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return readSources(join(folder, 'src')).sort((a, b) => rank(a.name) - rank(b.name));
}

/** The files of TypeScript that lie in a folder, tests left out, by name. */
export function readSources(folder: string): Source[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .sort()
    .map((name) => parseSource(name, readFileSync(join(folder, name), 'utf8'), join(folder, name)));
}

/** @param path absolute, or within the workspace */
export function parseSource(name: string, text: string, path = name): Source {
  const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  return { name, path: relative(workspaceRoot, path).replaceAll('\\', '/'), text, tree };
}
