import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

/** `npx nx docker:build server-cluster -- --base IMAGE --tag NAME`: an image of what was built of the server. */

const root = join(import.meta.dirname, '../../..');

/** All read a Dockerfile. Docker alone needs a daemon, without which `docker info` fails; the others have an `info`, too. */
const builders = ['docker', 'podman', 'buildah'];
const usage = `Usage: npx nx docker:build server-NAME [-- --base IMAGE] [--tag NAME] [--with ${builders.join('|')}]`;

/** Why there is no image, for people. */
class Refusal extends Error {}

interface Asked {
  readonly server: string;
  readonly base: string | undefined;
  readonly tag: string | undefined;
  readonly builder: string | undefined;
}

function read(args: readonly string[]): Asked {
  const options = { base: { type: 'string' }, tag: { type: 'string' }, with: { type: 'string' } } as const;
  const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [server, ...more] = positionals;
  if (server === undefined || more.length > 0) throw new Error('one server is built');
  if (values.with !== undefined && !builders.includes(values.with)) throw new Error(`--with ${values.with} is none that is known`);
  return { server, base: values.base, tag: values.tag, builder: values.with };
}

function builderHere(): string {
  const found = builders.find((one) => spawnSync(one, ['info']).status === 0);
  if (found === undefined) throw new Refusal(`an image is built by one of ${builders.join(', ')}, and none of them works here; install Debian's buildah, or start Docker's daemon`);
  return found;
}

/** What Node loads here beside that which a base of libc and libstdc++ has. */
function librariesOf(node: string): readonly string[] {
  const loaded = execFileSync('ldd', [node], { encoding: 'utf8' });
  return [...loaded.matchAll(/libatomic\S* => (\S+)/g)].map(([, path = '']) => path);
}

/** Puts into a folder what the Dockerfile copies, and nothing else: the workspace is not sent to the builder. */
function gather(server: string, folder: string): void {
  const app = join(root, 'dist/apps', server);
  if (!existsSync(app)) throw new Refusal(`nothing is built of ${server}; npx nx docker:build ${server} builds it first`);
  const node = realpathSync(join(root, 'node_modules/node/bin/node'));
  try {
    linkSync(node, join(folder, 'node')); // It is 150 MB.
  } catch {
    copyFileSync(node, join(folder, 'node')); // On another disk.
  }
  mkdirSync(join(folder, 'lib'));
  for (const library of librariesOf(node)) copyFileSync(library, join(folder, 'lib', basename(library)));
  cpSync(app, join(folder, 'app'), { recursive: true });
  cpSync(join(root, 'deploy/Dockerfile'), join(folder, 'Dockerfile'));
}

function build({ server, base, tag = `echo-lab/${server}`, builder = builderHere() }: Asked): number {
  const context = mkdtempSync(join(tmpdir(), 'image-'));
  try {
    gather(server, context);
    const known = [`SERVER=${server}`, ...(base === undefined ? [] : [`BASE=${base}`])].flatMap((one) => ['--build-arg', one]);
    // Of the formats Docker's own alone has a health check.
    const format = builder === 'docker' ? [] : ['--format', 'docker'];
    // Within a container, too, where neither a file system can be laid over another nor a namespace be made.
    const env = builder === 'buildah' ? { STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot', ...process.env } : process.env;
    const { status, error } = spawnSync(builder, ['build', ...format, ...known, '--tag', tag, context], { env, stdio: 'inherit' });
    if (error !== undefined) throw new Refusal(`${builder} could not be started (${error.message})`);
    return status ?? 1;
  } finally {
    rmSync(context, { recursive: true });
  }
}

let asked: Asked | undefined;
try {
  asked = read(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 2;
}
try {
  if (asked !== undefined) process.exitCode = build(asked);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
