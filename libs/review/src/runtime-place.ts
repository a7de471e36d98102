import { join } from 'node:path';
import { workspaceRoot } from '#approaches';
import ts from 'typescript';
import { type Excerpt, excerptsOf } from './excerpt.ts';
import { all } from './matcher.ts';
import { readSources, type Source } from './source.ts';

/** A function of the runtime, `listen`, or a method, `Connections.drain`. */
export type RuntimePlace = string;

const runtime = new Map<string, readonly Source[]>();

/**
 * Where a function or method of the runtime is written.
 *
 * @throws Error where there is none of that name: then the concern that names it is to be brought up to date
 */
export function runtimeExcerpt(place: RuntimePlace, root: string = workspaceRoot): Excerpt {
  const folder = join(root, 'libs/server-runtime/src');
  const sources = runtime.get(root) ?? [folder, join(folder, 'workers')].flatMap(readSources);
  runtime.set(root, sources);
  for (const source of sources) {
    const [node] = all(source.tree, (one) => declares(one, place));
    const [excerpt] = node === undefined ? [] : excerptsOf(source, [node]);
    if (excerpt !== undefined) return excerpt;
  }
  throw new Error(
    `libs/server-runtime has no ${place} any more; say in libs/review/src/concerns.ts what took its place`,
  );
}

function declares(node: ts.Node, place: RuntimePlace): boolean {
  if (ts.isFunctionDeclaration(node)) return node.name?.text === place;
  if (!ts.isMethodDeclaration(node) || !ts.isClassDeclaration(node.parent)) return false;
  return `${node.parent.name?.text ?? ''}.${node.name.getText()}` === place;
}
