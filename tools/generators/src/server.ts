import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { approaches, peers } from '#approaches';
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

/** Words that stand for no server, or for several, where a command takes names of servers. */
const keywords = ['all', 'none'];

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
  const short = app.replace(/^server-/, '');
  if (keywords.includes(short)) throw new Error(say.keyword(short));
  if (peers(tree.root).some((peer) => peer.name === short)) throw new Error(say.peer(short));
  if (projects(tree.root).includes(app) || tree.exists(folder)) throw new Error(say.taken(app));
  const known = approaches(tree.root);
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

/** The names of all projects of the workspace: Nx works on none of them while two have the same. */
function projects(root: string): readonly string[] {
  const folders = ['apps', 'libs', 'tools'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => join(root, kind, name)));
  return [root, ...folders]
    .map((folder) => join(folder, 'project.json'))
    .filter((file) => existsSync(file))
    .map((file) => (JSON.parse(readFileSync(file, 'utf8')) as { readonly name: string }).name);
}
