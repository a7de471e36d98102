import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { approaches } from '#approaches';
import { languageAsked } from '#command-line';
import { catalogues } from './catalogue.ts';

/** What is needed of Nx's virtual file system (`Tree` of @nx/devkit): nothing is written before all went well. */
export interface Tree {
  /** The workspace; absolute. */
  readonly root: string;
  exists(path: string): boolean;
  write(path: string, content: string): void;
}

/** Files that are the same in every approach are taken from one; `tools/parity` would find a template that drifted. */
const same = ['src/main.ts', 'src/contract.spec.ts'];
const templates = ['src/model.ts', 'src/model.spec.ts', 'README.md'];

/**
 * `nx g server NAME`: a new approach. Nx finds this by `main` and `generators` of the root package.json.
 *
 * @returns what is to be said when the files are written
 * @throws Error where the name cannot be used
 */
export default function server(tree: Tree, { name }: { readonly name: string }): () => void {
  const say = catalogues[languageAsked([], process.env)];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(say.badName(name));
  const app = name.startsWith('server-') ? name : `server-${name}`;
  const folder = `apps/${app}`;
  const known = approaches(tree.root);
  if (known.some((one) => one.name === app) || tree.exists(folder)) throw new Error(say.taken(app));
  const [model] = known;
  if (model === undefined) throw new Error(say.noModel);

  const settings = readFileSync(join(model.folder, 'project.json'), 'utf8');
  tree.write(`${folder}/project.json`, settings.replaceAll(model.name, app));
  for (const file of same) tree.write(`${folder}/${file}`, readFileSync(join(model.folder, file), 'utf8'));
  for (const file of templates) {
    const template = readFileSync(
      join(import.meta.dirname, 'templates', `${file.replace('src/', '')}.template`),
      'utf8',
    );
    tree.write(`${folder}/${file}`, template.replaceAll('{{name}}', app));
  }
  return () => {
    process.stdout.write(`${say.next(app)}\n`);
  };
}
